package dev.strake.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stateful sets. Since 1.34 the server looks into their pods and claims.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go">ValidateStatefulSetSpec
 *     in validation.go</a>
 */
final class StatefulSetRules implements ObjectRules {

  private static final String ROLLING = "RollingUpdate";
  private static final List<String> RETENTION = List.of("Retain", "Delete");

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Check.notNegative(spec, "replicas", "minReadySeconds");
    Check.notNegative(spec.field("ordinals", "start"));
    Check.oneOfOrEmpty(spec.field("podManagementPolicy"), List.of("OrderedReady", "Parallel"));
    checkStrategy(spec.field("updateStrategy"), context);
    Cursor retention = spec.field("persistentVolumeClaimRetentionPolicy");
    Check.oneOfOrEmpty(retention.field("whenDeleted"), RETENTION);
    Check.oneOfOrEmpty(retention.field("whenScaled"), RETENTION);
    ReplicaSetRules.checkSelector(spec);
    checkPods(spec, context);
    PodTemplates.checkRunsForever(spec.field("template"));
  }

  private static void checkPods(Cursor spec, ApiContext context) {
    Cursor template = spec.field("template");
    if (!context.isSince(34)) {
      PodTemplates.checkMetadata(template);
      Check.oneOfOrEmpty(
          template.field("spec", "restartPolicy"), List.of("Always", "OnFailure", "Never"));
      return;
    }
    Check.shape(spec.field("serviceName"), Texts::labelProblem);
    List<Cursor> claims = spec.field("volumeClaimTemplates").items();
    for (Cursor claim : claims) {
      Check.requiredShape(claim.field("metadata", "name"), Texts::labelProblem);
      ClaimSpecRules.check(claim.field("spec"), context);
    }
    Set<String> names =
        claims.stream()
            .map(claim -> claim.field("metadata", "name").text())
            .collect(Collectors.toSet());
    PodTemplates.check(template, context, names);
  }

  private static void checkStrategy(Cursor strategy, ApiContext context) {
    Cursor type = strategy.field("type");
    Cursor rolling = strategy.field("rollingUpdate");
    Check.oneOfOrEmpty(type, List.of(ROLLING, "OnDelete"));
    if (type.is("OnDelete") && rolling.isSet()) {
      rolling.forbidden("with the type OnDelete");
    } else if (type.isBlank() || type.is(ROLLING)) {
      Check.notNegative(rolling.field("partition"));
      // MaxUnavailableStatefulSet was on by default in one version; others drop the field.
      if (context.isSince(35) && !context.isSince(36)) {
        checkUnavailable(rolling.field("maxUnavailable"));
      }
    }
  }

  /** validateRollingUpdateStatefulSet. */
  private static void checkUnavailable(Cursor unavailable) {
    IntOrPercent.check(unavailable);
    IntOrPercent.checkNotMoreThanAll(unavailable);
    if (IntOrPercent.isZero(unavailable, 1)) {
      unavailable.invalid(ApiCode.OUT_OF_RANGE, "must not be 0");
    }
  }
}
