package dev.strake.api;

/**
 * Pods, as they are created.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePodCreate
 *     in validation.go</a>
 */
final class PodRules implements ObjectRules {

  @Override
  public void check(Cursor pod, ApiContext context) {
    Cursor spec = pod.field("spec");
    PodAnnotations.check(pod.field("metadata", "annotations"), spec);
    PodVolumes volumes = PodVolumes.of(spec.field("volumes"));
    PodSpecRules.check(new PodScope(context, pod, spec, true, volumes));
    if (!spec.field("nodeName").isBlank() && spec.field("schedulingGates").hasElements()) {
      spec.field("nodeName").forbidden("as long as there are schedulingGates");
    }
  }
}
