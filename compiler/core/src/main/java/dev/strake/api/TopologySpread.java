package dev.strake.api;

import java.util.List;

/**
 * How pods spread over zones and nodes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateTopologySpreadConstraints
 *     in validation.go</a>
 */
final class TopologySpread {

  private static final List<String> ACTIONS = List.of("DoNotSchedule", "ScheduleAnyway");
  private static final List<String> NODE_POLICIES = List.of("Ignore", "Honor");

  private TopologySpread() {}

  static void check(PodScope pod) {
    Cursor constraints = pod.spec().field("topologySpreadConstraints");
    Seen pairs = new Seen();
    for (Cursor constraint : constraints.items()) {
      checkNumbers(constraint);
      Check.required(constraint, "topologyKey");
      Check.requiredOneOf(constraint.field("whenUnsatisfiable"), ACTIONS);
      Check.oneOf(constraint.field("nodeAffinityPolicy"), NODE_POLICIES);
      Check.oneOf(constraint.field("nodeTaintsPolicy"), NODE_POLICIES);
      checkLabelKeys(constraint, pod);
      Selectors.check(constraint.field("labelSelector"));
      String pair =
          constraint.field("topologyKey").text()
              + " "
              + constraint.field("whenUnsatisfiable").text();
      pairs.add(constraint, pair, "a constraint for " + pair);
    }
  }

  private static void checkNumbers(Cursor constraint) {
    Cursor skew = constraint.field("maxSkew");
    if (!skew.isSet()) {
      skew.missing();
    } else if (skew.integerOr(1) <= 0) {
      skew.invalid(ApiCode.OUT_OF_RANGE, "must be more than 0");
    }
    Cursor domains = constraint.field("minDomains");
    if (domains.integerOr(1) <= 0) {
      domains.invalid(ApiCode.OUT_OF_RANGE, "must be more than 0");
    }
    if (domains.isSet() && constraint.field("whenUnsatisfiable").is("ScheduleAnyway")) {
      domains.forbidden("unless whenUnsatisfiable is DoNotSchedule");
    }
  }

  /**
   * ValidateMatchLabelKeysAndMismatchLabelKeys since 1.34, when the server began to merge the keys
   * into selectors; ValidateMatchLabelKeysInTopologySpread before.
   */
  private static void checkLabelKeys(Cursor constraint, PodScope pod) {
    Cursor keys = constraint.field("matchLabelKeys");
    Cursor selector = constraint.field("labelSelector");
    if (keys.hasElements() && !selector.isSet()) {
      keys.forbidden("without a labelSelector");
    }
    keys.items().forEach(Labels::checkKeyText);
    if (pod.context().isSince(34)) {
      AffinityRules.checkMerged(keys, selector, pod);
    } else {
      AffinityRules.checkNew(keys, selector);
    }
  }
}
