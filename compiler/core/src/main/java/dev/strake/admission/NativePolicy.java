package dev.strake.admission;

import dev.strake.cel.CelType;
import dev.strake.join.Part;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A ValidatingAdmissionPolicy that a user wrote.
 *
 * @param paramKind of the objects that hold its parameters; empty if it has none
 * @param fails whether a request is refused if an expression cannot be evaluated
 */
record NativePolicy(
    Manifest manifest,
    String name,
    List<ParamKind> paramKind,
    boolean fails,
    MatchResources match,
    List<Expression> conditions,
    List<Variable> variables,
    List<Check> checks) {

  static final String GROUP = "admissionregistration.k8s.io";
  static final String KIND = "ValidatingAdmissionPolicy";
  static final NodePath NAME = NodePath.of("metadata", "name");

  /** Category of the codes of all findings by such policies. */
  static final String CATEGORY = "admission/";

  /** What kind of object holds parameters. */
  record ParamKind(String apiVersion, String kind) {}

  /** What other expressions read as {@code variables.<name>}. */
  record Variable(String name, Expression expression) {}

  /**
   * A validation.
   *
   * @param index in the policy's list
   * @param message the empty text for none
   * @param messageExpression none or one
   */
  record Check(
      int index, Expression expression, String message, List<Expression> messageExpression) {

    NodePath place() {
      return NodePath.of("spec", "validations").index(index).key("expression");
    }
  }

  static NativePolicy of(Manifest manifest) {
    Part spec = Part.of(manifest).field("spec");
    Part paramKind = spec.field("paramKind");
    return new NativePolicy(
        manifest,
        manifest.ref().name(),
        paramKind.isSet()
            ? List.of(
                new ParamKind(
                    paramKind.field("apiVersion").textOrEmpty(),
                    paramKind.field("kind").textOrEmpty()))
            : List.of(),
        !spec.field("failurePolicy").is("Ignore"),
        MatchResources.of(spec.field("matchConstraints")),
        spec.field("matchConditions").items().stream()
            .map(each -> expression(each, CelType.BOOLEAN))
            .toList(),
        spec.field("variables").items().stream().map(NativePolicy::variable).toList(),
        checks(spec.field("validations").items()));
  }

  private static Expression expression(Part owner, CelType type) {
    return Expression.of(owner.field("expression").textOrEmpty(), type);
  }

  private static Variable variable(Part part) {
    return new Variable(part.field("name").textOrEmpty(), expression(part, CelType.ANY));
  }

  private static List<Check> checks(List<Part> validations) {
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < validations.size(); i++) {
      Part each = validations.get(i);
      String messageExpression = each.field("messageExpression").textOrEmpty().strip();
      checks.add(
          new Check(
              i,
              expression(each, CelType.BOOLEAN),
              each.field("message").textOrEmpty().strip(),
              messageExpression.isEmpty()
                  ? List.of()
                  : List.of(Expression.of(messageExpression, CelType.TEXT))));
    }
    return checks;
  }

  /** Of its findings: its name in kebab case. */
  String id() {
    return id(name);
  }

  static String id(String name) {
    String kebab =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return CATEGORY + (kebab.isEmpty() ? "unnamed" : kebab);
  }

  /** Everything that decides, in the order in which it is evaluated. */
  List<Expression> expressions() {
    return Stream.of(
            conditions.stream(),
            variables.stream().map(Variable::expression),
            checks.stream().map(Check::expression))
        .flatMap(each -> each)
        .toList();
  }

  @Override
  public String toString() {
    return KIND + " " + name;
  }
}
