package dev.strake.api;

/**
 * Replica sets.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go">ValidateReplicaSetSpec
 *     in validation.go</a>
 */
final class ReplicaSetRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Check.notNegative(spec, "replicas", "minReadySeconds");
    checkSelector(spec);
    PodTemplates.check(spec.field("template"), context);
    PodTemplates.checkRunsForever(spec.field("template"));
  }

  /** The selector of a controller that owns the pods of its template. */
  static void checkSelector(Cursor spec) {
    Cursor selector = spec.field("selector");
    Selectors.checkNotEmpty(selector);
    Selectors.check(selector);
    Selectors.checkMatches(selector, spec.field("template", "metadata", "labels"));
  }
}
