package dev.strake.api;

import java.util.List;

/**
 * Which nodes a pod or a volume may be on.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateNodeSelector
 *     in validation.go</a>
 */
final class NodeSelectors {

  private static final List<String> OPERATORS =
      List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");

  private NodeSelectors() {}

  /**
   * @param checkValues whether values have to be values of labels
   */
  static void check(Cursor selector, boolean checkValues) {
    Cursor terms = selector.field("nodeSelectorTerms");
    if (terms.isEmpty()) {
      terms.missing();
    }
    terms.items().forEach(term -> checkTerm(term, checkValues));
  }

  /** ValidateNodeSelectorTerm. */
  static void checkTerm(Cursor term, boolean checkValues) {
    for (Cursor requirement : term.field("matchExpressions").items()) {
      checkRequirement(requirement, checkValues);
    }
    for (Cursor requirement : term.field("matchFields").items()) {
      checkField(requirement);
    }
  }

  /** ValidateNodeSelectorRequirement. */
  private static void checkRequirement(Cursor requirement, boolean checkValues) {
    Cursor operator = requirement.field("operator");
    Cursor values = requirement.field("values");
    switch (operator.text()) {
      case "In", "NotIn" -> Check.required(requirement, "values");
      case "Exists", "DoesNotExist" -> {
        if (values.hasElements()) {
          values.forbidden("with the operator " + operator.text());
        }
      }
      case "Gt", "Lt" -> checkSingle(values);
      default -> Check.requiredOneOf(operator, OPERATORS);
    }
    Labels.checkKeyText(requirement.field("key"));
    if (checkValues) {
      values.items().forEach(Labels::checkValue);
    }
  }

  private static void checkSingle(Cursor values) {
    if (!values.isSet()) {
      values.missing();
    } else if (values.isList() && values.items().size() != 1) {
      values.report(ApiCode.INVALID_VALUE, values.path() + " must have one element");
    }
  }

  /** ValidateNodeFieldSelectorRequirement. */
  private static void checkField(Cursor requirement) {
    Cursor values = requirement.field("values");
    Check.requiredOneOf(requirement.field("operator"), List.of("In", "NotIn"));
    Check.requiredOneOf(requirement.field("key"), List.of("metadata.name"));
    checkSingle(values);
    values.items().forEach(name -> Check.shapeEvenEmpty(name, Texts::subdomainProblem));
  }
}
