package dev.strake.api;

import dev.strake.cel.AdmissionScope;
import dev.strake.cel.CelType;

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

  static void check(Cursor conditions, AdmissionScope scope) {
    Check.atMost(conditions, MOST);
    Seen names = new Seen();
    for (Cursor condition : conditions.items()) {
      if (condition.isSet() && !condition.isMapping()) {
        continue;
      }
      Cursor name = condition.field("name");
      Check.requiredShape(name, Texts::qualifiedProblem);
      names.add(name, name.text(), "a condition named " + name.text());
      Expressions.in(scope).check(condition.field("expression"), CelType.BOOLEAN);
    }
  }
}
