package dev.strake.api;

/**
 * Pods, as they are created.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePodCreate
 *     in validation.go</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/plugin/pkg/admission/runtimeclass/admission.go">validateOverhead
 *     in the admission of RuntimeClass, which is always on</a>
 */
final class PodRules implements ObjectRules {

  @Override
  public void check(Cursor pod, ApiContext context) {
    Cursor spec = pod.field("spec");
    PodAnnotations.check(pod.field("metadata", "annotations"), spec);
    PodVolumes volumes = PodVolumes.of(spec.field("volumes"));
    PodSpecRules.check(new PodScope(context, pod, spec, true, volumes));
    ProfileAnnotations.check(pod.field("metadata", "annotations"), spec, true);
    if (!spec.field("nodeName").isBlank() && spec.field("schedulingGates").hasElements()) {
      spec.field("nodeName").forbidden("as long as there are schedulingGates");
    }
    if (spec.field("overhead").hasElements() && spec.field("runtimeClassName").isBlank()) {
      spec.field("overhead").forbidden("without a runtimeClassName: it comes from the class");
    }
  }
}
