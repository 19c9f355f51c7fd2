package dev.strake.policy;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.join.all.BundleRules;
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
    return read(root);
  }

  /** The policy of a document's root; no value if it has a mistake. */
  public Checked<CompiledPolicy> read(YamlMapping root) {
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
    Optional<String> specRemediation = spec.optionalText("specRemediation");
    List<String> references = texts(spec.strings("references"));
    List<String> profiles = profiles(spec);
    PolicyScope scope = scope(id, spec);
    boolean together = scope == PolicyScope.BUNDLE;
    List<ObjectKind> kinds = together ? List.of() : MatchReader.read(spec, scope);
    List<PolicyParameter> parameters = together ? List.of() : ParameterReader.read(spec);
    List<CompiledPolicy.Rule> checked =
        together ? List.of() : rules.read(spec, scope, kinds, parameters);
    if (specRemediation.isPresent() && scope != PolicyScope.COMPONENT) {
      spec.invalid(
          "specRemediation",
          "only configurations of components are generated from a spec field by field",
          "leave it out; remediation says what to write");
    }
    spec.refuseOthers();
    Policy policy =
        new Policy(
            id,
            title,
            severity,
            rationale,
            remediation,
            specRemediation,
            references,
            profiles,
            scope,
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
            Optional.empty(),
            List.of(),
            List.of(),
            PolicyScope.OBJECT,
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

  private static PolicyScope scope(String id, PolicyFields spec) {
    String text = spec.text("scope");
    Optional<PolicyScope> scope = PolicyScope.parse(text);
    if (!text.isEmpty() && scope.isEmpty()) {
      spec.invalid("scope", Quoted.of(text) + " is not a scope", "write object, component or spec");
    } else if (scope.equals(Optional.of(PolicyScope.BUNDLE)) && BundleRules.find(id).isEmpty()) {
      spec.invalid(
          "scope",
          "there is no rule about many objects called " + Quoted.of(id),
          "write object; only policies of Strake's own judge many objects together");
    }
    return scope.orElse(PolicyScope.OBJECT);
  }

  static List<String> texts(List<YamlScalar> scalars) {
    return scalars.stream().map(YamlScalar::text).map(String::strip).toList();
  }
}
