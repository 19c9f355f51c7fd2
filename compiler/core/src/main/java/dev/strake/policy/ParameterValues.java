package dev.strake.policy;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user chooses for a policy's parameters. */
public final class ParameterValues {

  /** The value has no effect, and the policy judges by its default. */
  public static final Code POLICY_PARAMETER = Code.error("spec/policy-parameter");

  private ParameterValues() {}

  /** The policy with these values; one that does not fit is left at its default. */
  public static Policy apply(Policy policy, YamlMapping values) {
    List<PolicyParameter> chosen = new ArrayList<>();
    for (PolicyParameter parameter : policy.parameters()) {
      chosen.add(
          values
              .get(parameter.name())
              .flatMap(value -> ParameterReader.texts(parameter.type(), value))
              .map(parameter::withDefault)
              .orElse(parameter));
    }
    return policy.withParameters(chosen);
  }

  /** Reports values that the policy does not know or cannot take. */
  public static void check(Policy policy, YamlMapping values, DiagnosticSink sink) {
    for (YamlEntry entry : values.entries()) {
      Optional<PolicyParameter> parameter =
          policy.parameters().stream().filter(p -> p.name().equals(entry.name())).findFirst();
      if (parameter.isEmpty()) {
        sink.report(unknown(policy, entry));
      } else if (ParameterReader.texts(parameter.get().type(), entry.value()).isEmpty()) {
        sink.report(unfit(policy, parameter.get(), entry));
      }
    }
  }

  private static Diagnostic unknown(Policy policy, YamlEntry entry) {
    List<String> names = policy.parameters().stream().map(PolicyParameter::name).toList();
    String help =
        names.isEmpty()
            ? "remove it: the policy has no parameters"
            : DidYouMean.of(entry.name(), names)
                .map(meant -> "did you mean " + meant + "?")
                .orElseGet(() -> "it has " + String.join(", ", names));
    return Diagnostic.of(
            POLICY_PARAMETER,
            entry.key().range(),
            "%s has no parameter of this name".formatted(policy.id()))
        .withHelp(help);
  }

  private static Diagnostic unfit(Policy policy, PolicyParameter parameter, YamlEntry entry) {
    return Diagnostic.of(
            POLICY_PARAMETER,
            entry.value().range(),
            "%s of %s is %s, and not %s"
                .formatted(
                    parameter.name(),
                    policy.id(),
                    wanted(parameter.type()),
                    entry.value().description()))
        .withHelp("write %s: %s".formatted(parameter.name(), example(parameter)));
  }

  private static String wanted(PolicyParameter.Type type) {
    return switch (type) {
      case INTEGER -> "an integer";
      case STRING -> "a string";
      case BOOLEAN -> "true or false";
      case STRINGS -> "a list of strings";
    };
  }

  /** The default, which is of the right type. */
  private static String example(PolicyParameter parameter) {
    List<String> texts = parameter.defaultValue();
    return switch (parameter.type()) {
      case INTEGER, BOOLEAN -> texts.get(0).toLowerCase(Locale.ROOT);
      case STRING -> '"' + texts.get(0) + '"';
      case STRINGS ->
          texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", ", "[", "]"));
    };
  }
}
