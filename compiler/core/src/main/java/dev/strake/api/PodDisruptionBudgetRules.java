package dev.strake.api;

import java.util.List;

/**
 * Disruption budgets.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/policy/validation/validation.go">ValidatePodDisruptionBudgetSpec
 *     in validation.go</a>
 */
final class PodDisruptionBudgetRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Sources.checkAtMostOne(spec, List.of("minAvailable", "maxUnavailable"));
    for (String field : List.of("minAvailable", "maxUnavailable")) {
      IntOrPercent.check(spec.field(field));
      IntOrPercent.checkNotMoreThanAll(spec.field(field));
    }
    Selectors.check(spec.field("selector"));
    Check.oneOf(
        spec.field("unhealthyPodEvictionPolicy"), List.of("AlwaysAllow", "IfHealthyBudget"));
  }
}
