package dev.strake.health;

import dev.strake.cel.CelProblem;
import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.yaml.ScalarPlaces;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads rules on the health of custom kinds, a document each:
 *
 * <pre>
 * apiVersion: strake.dev/v1alpha1
 * kind: HealthRule
 * for: Certificate.cert-manager.io
 * current: status.conditions.exists(c, c.type == 'Ready' &amp;&amp; c.status == 'True')
 * failed: status.conditions.exists(c, c.type == 'Issuing' &amp;&amp; c.reason == 'Failed')
 * </pre>
 *
 * <p>{@code current} has to be there, {@code inProgress} and {@code failed} need not. A reader is
 * slow to make and for one thread.
 */
public final class HealthRuleReader {

  static final Code INVALID = Code.error("compile/health-rule");

  /** The API version and kind of the documents. */
  public static final String API_VERSION = "strake.dev/v1alpha1";

  public static final String KIND = "HealthRule";

  private static final List<String> FIELDS =
      List.of("apiVersion", "kind", "for", "current", "inProgress", "failed");
  private static final Pattern GROUP_KIND =
      Pattern.compile("[A-Z][A-Za-z0-9]*(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private final ExpressionCompiler compiler =
      ExpressionCompiler.withVariables(CustomHealthRule.VARIABLES);
  private final List<Diagnostic> problems = new ArrayList<>();

  /** The rules of a file; those of its documents that have mistakes are missing. */
  public static Checked<List<CustomHealthRule>> read(SourceFile file) {
    HealthRuleReader reader = new HealthRuleReader();
    List<Diagnostic> found = new ArrayList<>();
    List<CustomHealthRule> rules = new ArrayList<>();
    for (YamlDocument document :
        YamlReader.withDefaultLimits().read(file, found::add).documents()) {
      Checked<CustomHealthRule> rule = reader.read(document.root());
      found.addAll(rule.diagnostics());
      rule.asOptional().ifPresent(rules::add);
    }
    return Checked.of(List.copyOf(rules), found);
  }

  /** The rule of a document's root; no value if it has a mistake. */
  public Checked<CustomHealthRule> read(YamlNode root) {
    problems.clear();
    return rule(root)
        .map(rule -> Checked.of(rule, List.copyOf(problems)))
        .orElseGet(() -> Checked.failed(List.copyOf(problems)));
  }

  private Optional<CustomHealthRule> rule(YamlNode root) {
    if (!(root instanceof YamlMapping mapping)) {
      invalid(root.range(), "a rule is a mapping", "write " + String.join(", ", FIELDS));
      return Optional.empty();
    }
    constant(mapping, "apiVersion", API_VERSION);
    constant(mapping, "kind", KIND);
    refuseOthers(mapping);
    String groupKind = groupKind(mapping);
    Optional<CheckedExpression> current = expression(mapping, "current");
    Optional<CheckedExpression> inProgress = expression(mapping, "inProgress");
    Optional<CheckedExpression> failed = expression(mapping, "failed");
    if (mapping.get("current").isEmpty()) {
      missing(mapping, "current", "without it no object would ever be healthy");
    }
    return problems.isEmpty()
        ? current.map(
            checked -> new CustomHealthRule(groupKind, checked, inProgress, failed, mapping))
        : Optional.empty();
  }

  private void constant(YamlMapping mapping, String name, String value) {
    Optional<YamlScalar> scalar = text(mapping, name);
    if (mapping.get(name).isEmpty()) {
      missing(mapping, name, "write " + name + ": " + value);
    } else if (scalar.isPresent() && !scalar.get().text().equals(value)) {
      invalid(scalar.get().range(), name + " is another", "write " + name + ": " + value);
    }
  }

  private String groupKind(YamlMapping mapping) {
    String help = "write a kind with its group: Certificate.cert-manager.io";
    if (mapping.get("for").isEmpty()) {
      missing(mapping, "for", help);
    }
    Optional<YamlScalar> scalar = text(mapping, "for");
    String groupKind = scalar.map(YamlScalar::text).orElse("");
    if (scalar.isPresent() && !GROUP_KIND.matcher(groupKind).matches()) {
      invalid(scalar.get().range(), "this is no kind with its group", help);
    }
    return groupKind;
  }

  private Optional<CheckedExpression> expression(YamlMapping mapping, String name) {
    return text(mapping, name)
        .flatMap(
            scalar ->
                compiler
                    .compile(scalar.text(), CelType.BOOLEAN)
                    .match(
                        Optional::of,
                        found -> {
                          found.forEach(problem -> report(scalar, problem));
                          return Optional.empty();
                        }));
  }

  private void report(YamlScalar scalar, CelProblem problem) {
    invalid(
        ScalarPlaces.find(scalar, problem.start(), problem.end()),
        problem.message(),
        "an expression reads " + String.join(", ", CustomHealthRule.VARIABLES));
  }

  private Optional<YamlScalar> text(YamlMapping mapping, String name) {
    Optional<YamlScalar> scalar =
        mapping.scalar(name).filter(one -> one.isString() && !one.text().isBlank());
    if (mapping.get(name).isPresent() && scalar.isEmpty()) {
      SourceRange place = mapping.get(name).orElseThrow().range();
      invalid(place, name + " must be a string that is not empty", "put it in quotes");
    }
    return scalar;
  }

  private void refuseOthers(YamlMapping mapping) {
    for (YamlEntry entry : mapping.entries()) {
      if (!FIELDS.contains(entry.name())) {
        invalid(
            entry.key().range(),
            "there is no field " + entry.name() + " here",
            "the fields are " + String.join(", ", FIELDS));
      }
    }
  }

  private void missing(YamlMapping mapping, String name, String help) {
    SourceRange place =
        mapping.entries().isEmpty() ? mapping.range() : mapping.entries().get(0).key().range();
    invalid(place, "the field " + name + " is missing", help);
  }

  private void invalid(SourceRange place, String message, String help) {
    problems.add(Diagnostic.of(INVALID, place, message).withHelp(help));
  }
}
