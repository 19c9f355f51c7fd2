package dev.strake.api;

import java.util.List;

/**
 * Daemon sets, with the update strategy that the server fills in: one pod unavailable at a time.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go">ValidateDaemonSetSpec
 *     in validation.go</a>
 */
final class DaemonSetRules implements ObjectRules {

  private static final String ROLLING = "RollingUpdate";

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Check.notNegative(spec, "minReadySeconds", "revisionHistoryLimit");
    ReplicaSetRules.checkSelector(spec);
    PodTemplates.check(spec.field("template"), context);
    PodTemplates.checkRunsForever(spec.field("template"));
    checkStrategy(spec.field("updateStrategy"));
  }

  /** ValidateDaemonSetUpdateStrategy and ValidateRollingUpdateDaemonSet. */
  private static void checkStrategy(Cursor strategy) {
    Cursor type = strategy.field("type");
    Check.oneOfOrEmpty(type, List.of(ROLLING, "OnDelete"));
    if (!type.isBlank() && !type.is(ROLLING)) {
      return;
    }
    Cursor unavailable = strategy.field("rollingUpdate", "maxUnavailable");
    Cursor surge = strategy.field("rollingUpdate", "maxSurge");
    for (Cursor amount : List.of(unavailable, surge)) {
      IntOrPercent.check(amount);
      IntOrPercent.checkNotMoreThanAll(amount);
    }
    boolean noneUnavailable = IntOrPercent.isZero(unavailable, 1);
    boolean noSurge = IntOrPercent.isZero(surge, 0);
    if (noneUnavailable && noSurge) {
      unavailable.invalid("must not be 0 beside a maxSurge of 0");
    } else if (!noneUnavailable && !noSurge) {
      surge.invalid("must be 0 unless maxUnavailable is");
    }
  }
}
