package dev.strake.api;

import java.util.List;

/**
 * Deployments, with the strategy and the deadline that the server fills in.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go">ValidateDeploymentSpec
 *     in validation.go</a>
 */
final class DeploymentRules implements ObjectRules {

  private static final String ROLLING = "RollingUpdate";
  private static final long DEFAULT_DEADLINE_SECONDS = 600;
  private static final long DEFAULT_PERCENT = 25;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Check.notNegative(spec, "replicas", "minReadySeconds", "revisionHistoryLimit");
    ReplicaSetRules.checkSelector(spec);
    PodTemplates.check(spec.field("template"), context);
    PodTemplates.checkRunsForever(spec.field("template"));
    checkStrategy(spec.field("strategy"));
    checkDeadline(spec.field("progressDeadlineSeconds"), spec.field("minReadySeconds"));
  }

  /** ValidateDeploymentStrategy and ValidateRollingUpdateDeployment. */
  private static void checkStrategy(Cursor strategy) {
    Cursor type = strategy.field("type");
    Cursor rolling = strategy.field("rollingUpdate");
    Check.oneOfOrEmpty(type, List.of("Recreate", ROLLING));
    if (type.is("Recreate") && rolling.isSet()) {
      rolling.forbidden("with the strategy Recreate");
    } else if (type.isBlank() || type.is(ROLLING)) {
      Cursor unavailable = rolling.field("maxUnavailable");
      Cursor surge = rolling.field("maxSurge");
      IntOrPercent.check(unavailable);
      IntOrPercent.check(surge);
      IntOrPercent.checkNotMoreThanAll(unavailable);
      if (IntOrPercent.isZero(unavailable, DEFAULT_PERCENT)
          && IntOrPercent.isZero(surge, DEFAULT_PERCENT)) {
        unavailable.invalid("must not be 0 beside a maxSurge of 0");
      }
    }
  }

  private static void checkDeadline(Cursor deadline, Cursor minReady) {
    Check.notNegative(deadline);
    long ready = minReady.integerOr(0);
    long most = deadline.integerOr(deadline.isSet() ? Long.MAX_VALUE : DEFAULT_DEADLINE_SECONDS);
    if (most > ready || most < 0) {
      return;
    }
    if (deadline.isSet()) {
      deadline.invalid(
          ApiCode.OUT_OF_RANGE, "must be more than minReadySeconds, which is " + ready);
    } else {
      minReady.invalid(
          ApiCode.OUT_OF_RANGE, "must be less than progressDeadlineSeconds, which is 600");
    }
  }
}
