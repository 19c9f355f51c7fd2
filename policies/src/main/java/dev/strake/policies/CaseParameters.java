package dev.strake.policies;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.ParameterValues;
import dev.strake.policy.Policy;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a case gives to its policy's parameters, in a comment on a line of its own:
 * {@code # parameters: {allowed: [registry.example.com]}}.
 */
final class CaseParameters {

  private static final Pattern LINE = Pattern.compile("(?m)^# (?<values>parameters: \\{.*\\})$");

  private CaseParameters() {}

  /** The policy as the case wants it; a value that does not fit is reported. */
  static CompiledPolicy apply(CompiledPolicy policy, SourceFile file, List<Diagnostic> findings) {
    Matcher matcher = LINE.matcher(file.text());
    if (!matcher.find()) {
      return policy;
    }
    SourceFile values = SourceFile.of(file.path(), matcher.group("values"));
    Policy chosen = policy.policy();
    for (var document : YamlReader.withDefaultLimits().read(values, findings::add).documents()) {
      YamlMapping mapping = ((YamlMapping) document.root()).mapping("parameters").orElseThrow();
      ParameterValues.check(chosen, mapping, findings::add);
      chosen = ParameterValues.apply(chosen, mapping);
    }
    return policy.with(chosen);
  }
}
