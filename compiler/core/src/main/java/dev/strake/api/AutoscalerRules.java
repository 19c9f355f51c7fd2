package dev.strake.api;

import java.util.List;

/**
 * Autoscalers, with the one replica that the server keeps at least by default.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/validation/validation.go">validateHorizontalPodAutoscalerSpec
 *     in validation.go</a>
 */
final class AutoscalerRules implements ObjectRules {

  private static final long MOST_WINDOW_SECONDS = 3600;
  private static final long MOST_PERIOD_SECONDS = 1800;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    checkBounds(spec);
    checkTarget(spec.field("scaleTargetRef"), context);
    spec.field("metrics").items().forEach(metric -> AutoscalerMetrics.check(metric, context));
    Check.range(spec.field("targetCPUUtilizationPercentage"), 1, Long.MAX_VALUE);
    checkScaling(spec.field("behavior", "scaleUp"), context);
    checkScaling(spec.field("behavior", "scaleDown"), context);
  }

  private static void checkBounds(Cursor spec) {
    Cursor least = spec.field("minReplicas");
    Cursor most = spec.field("maxReplicas");
    Check.range(least, 1, Long.MAX_VALUE);
    Check.range(most, 1, Long.MAX_VALUE);
    if (most.isNumber() && least.isNumber() && most.integerOr(0) < least.integerOr(0)) {
      most.invalid(
          ApiCode.OUT_OF_RANGE,
          "must not be less than minReplicas, which is " + least.integerOr(0));
    }
  }

  /** Only replication controllers are in the group without a name. */
  private static void checkTarget(Cursor target, ApiContext context) {
    if (target.isSet() && !target.isMapping()) {
      return;
    }
    checkReference(target, context);
    Cursor version = target.field("apiVersion");
    boolean bare = version.isText() ? !version.text().contains("/") : !version.isSet();
    if (context.isSince(36) && bare && !target.field("kind").is("ReplicationController")) {
      version.invalid("must have a group, such as apps/v1");
    }
  }

  /** ValidateCrossVersionObjectReference. */
  static void checkReference(Cursor reference, ApiContext context) {
    References.segment(reference.field("kind"));
    References.segment(reference.field("name"));
    Cursor version = reference.field("apiVersion");
    if (context.isSince(36) && !References.isGroupVersion(version.text())) {
      version.invalid("must be a version, or a group and a version");
    }
  }

  /** validateScalingRules. */
  private static void checkScaling(Cursor rules, ApiContext context) {
    Check.range(rules.field("stabilizationWindowSeconds"), 0, MOST_WINDOW_SECONDS);
    Check.oneOf(rules.field("selectPolicy"), List.of("Disabled", "Max", "Min"));
    Cursor policies = rules.field("policies");
    if (policies.isList() && policies.items().isEmpty()) {
      policies.missing("at least one is needed");
    }
    for (Cursor policy : policies.items()) {
      Check.requiredOneOf(policy.field("type"), List.of("Percent", "Pods"));
      checkPositive(policy.field("value"), Long.MAX_VALUE);
      checkPositive(policy.field("periodSeconds"), MOST_PERIOD_SECONDS);
    }
    if (context.isSince(35)) {
      Check.notNegativeQuantity(rules.field("tolerance"));
    }
  }

  private static void checkPositive(Cursor number, long most) {
    if (!number.isSet()) {
      number.missing();
    }
    Check.range(number, 1, most);
  }
}
