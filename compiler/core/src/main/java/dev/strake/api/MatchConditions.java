package dev.strake.api;

/**
 * Conditions on which a webhook or a policy is asked.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">validateMatchConditions
 *     in validation.go</a>
 */
final class MatchConditions {

  private static final int MOST = 64;

  private MatchConditions() {}

  /**
   * @param hasParams whether expressions may speak of a policy's parameters
   */
  static void check(Cursor conditions, boolean hasParams, Expressions expressions) {
    Check.atMost(conditions, MOST);
    Seen names = new Seen();
    for (Cursor condition : conditions.items()) {
      if (condition.isSet() && !condition.isMapping()) {
        continue;
      }
      Cursor name = condition.field("name");
      Check.requiredShape(name, Texts::qualifiedProblem);
      names.add(name, name.text(), "a condition named " + name.text());
      expressions.check(
          condition.field("expression"),
          new Expressions.Use(Expressions.Result.BOOLEAN, hasParams));
    }
  }
}
