package dev.strake.policy;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.source.SourceFile;
import dev.strake.value.Quoted;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code kind: Policy} documents. Every mistake, also one inside an expression, is reported
 * at its place; a policy with a mistake is withheld. Keeps compilers: use one reader for many
 * files, on one thread.
 */
public final class PolicyReader {

  /** The API version and kind of the documents. */
  public static final String API_VERSION = "strake.dev/v1alpha1";

  public static final String KIND = "Policy";

  private static final List<String> SCOPES = List.of("object");

  private final RuleReader rules = new RuleReader();

  /** The policies of a file; documents of other kinds are mistakes. */
  public Checked<List<CompiledPolicy>> read(SourceFile file) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<CompiledPolicy> policies = new ArrayList<>();
    for (YamlDocument document :
        YamlReader.withDefaultLimits().read(file, diagnostics::add).documents()) {
      Checked<CompiledPolicy> read = read(document);
      diagnostics.addAll(read.diagnostics());
      read.asOptional().ifPresent(policies::add);
    }
    return Checked.of(policies, diagnostics);
  }

  /** The policy of a document; no value if it has a mistake. */
  public Checked<CompiledPolicy> read(YamlDocument document) {
    if (!(document.root() instanceof YamlMapping root)) {
      String message = "a policy is a mapping, not " + document.root().description();
      return Checked.failed(
          List.of(Diagnostic.of(PolicyFields.INVALID, document.root().range(), message)));
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    CompiledPolicy policy = read(root, diagnostics::add);
    boolean broken = diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    return broken ? Checked.failed(diagnostics) : Checked.of(policy, diagnostics);
  }

  private CompiledPolicy read(YamlMapping root, DiagnosticSink sink) {
    PolicyFields fields =
        new PolicyFields(root, root.file().range(root.start(), root.start()), NodePath.ROOT, sink);
    require(fields, "apiVersion", API_VERSION);
    require(fields, "kind", KIND);
    String id = fields.section("metadata").map(PolicyReader::id).orElse("");
    Optional<PolicyFields> spec = fields.section("spec");
    fields.refuseOthers();
    return spec.map(s -> policy(id, s)).orElseGet(() -> policyWithoutSpec(id));
  }

  private static void require(PolicyFields fields, String name, String value) {
    String text = fields.text(name);
    if (!text.isEmpty() && !text.equals(value)) {
      fields.invalid(name, name + " is " + text + ", which is no policy", "write " + value);
    }
  }

  private static String id(PolicyFields metadata) {
    String id = metadata.text("name");
    if (!id.isEmpty() && !Code.isWellFormed(id)) {
      metadata.invalid(
          "name",
          Quoted.of(id) + " is not a policy id",
          "write <category>/<name> in lower case, with words separated by hyphens");
    }
    metadata.refuseOthers();
    return id;
  }

  private CompiledPolicy policy(String id, PolicyFields spec) {
    String title = spec.text("title");
    PolicySeverity severity = severity(spec);
    String rationale = spec.text("rationale");
    String remediation = spec.text("remediation");
    List<String> references = texts(spec.strings("references"));
    List<String> profiles = profiles(spec);
    scope(spec);
    List<ObjectKind> kinds = MatchReader.read(spec);
    List<PolicyParameter> parameters = ParameterReader.read(spec);
    List<CompiledPolicy.Rule> checked = rules.read(spec, kinds, parameters);
    spec.refuseOthers();
    Policy policy =
        new Policy(
            id,
            title,
            severity,
            rationale,
            remediation,
            references,
            profiles,
            kinds,
            parameters,
            checked.stream().map(CompiledPolicy.Rule::validation).toList());
    return new CompiledPolicy(policy, checked);
  }

  /** Stands in for a policy that is withheld anyway. */
  private static CompiledPolicy policyWithoutSpec(String id) {
    Policy policy =
        new Policy(
            id,
            "",
            PolicySeverity.INFO,
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new CompiledPolicy(policy, List.of());
  }

  private static PolicySeverity severity(PolicyFields spec) {
    String text = spec.text("severity");
    Optional<PolicySeverity> severity = PolicySeverity.parse(text);
    if (!text.isEmpty() && severity.isEmpty()) {
      spec.invalid(
          "severity",
          Quoted.of(text) + " is not a severity",
          "write critical, high, medium, low or info");
    }
    return severity.orElse(PolicySeverity.INFO);
  }

  private static List<String> profiles(PolicyFields spec) {
    List<YamlScalar> profiles = spec.strings("profiles");
    for (YamlScalar profile : profiles) {
      if (!Policy.PROFILES.contains(profile.text())) {
        spec.invalid(
            "profiles",
            profile.range(),
            Quoted.of(profile.text()) + " is not a profile",
            "the profiles are " + String.join(", ", Policy.PROFILES));
      }
    }
    return texts(profiles);
  }

  private static void scope(PolicyFields spec) {
    String scope = spec.text("scope");
    if (!scope.isEmpty() && !SCOPES.contains(scope)) {
      spec.invalid("scope", Quoted.of(scope) + " is not a scope", "write object");
    }
  }

  static List<String> texts(List<YamlScalar> scalars) {
    return scalars.stream().map(YamlScalar::text).map(String::strip).toList();
  }
}
