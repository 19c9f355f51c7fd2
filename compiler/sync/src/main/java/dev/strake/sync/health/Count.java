package dev.strake.sync.health;

import dev.strake.sync.object.KubernetesObject;

/** Numbers of an object's spec and status, with kstatus' defaults. */
final class Count {

  private final KubernetesObject object;

  Count(KubernetesObject object) {
    this.object = object;
  }

  /** Of {@code spec.replicas}, 1 if it is absent. */
  long wanted() {
    return object.number("spec", "replicas").orElse(1);
  }

  /** Of a field of the status, 0 if it is absent: controllers leave out zeros. */
  long status(String field) {
    return object.number("status", field).orElse(0);
  }

  /** An object that waits for the rest of its pods. */
  static Health less(String reason, String what, long have, long want) {
    return Health.inProgress(reason, "%s of %s %s".formatted(have, want, what));
  }

  static Health extra(long have, long want) {
    return Health.inProgress("ExtraPods", "%s more than wanted still run".formatted(have - want));
  }
}
