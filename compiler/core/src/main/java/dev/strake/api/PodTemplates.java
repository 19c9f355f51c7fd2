package dev.strake.api;

import java.util.List;
import java.util.Set;

/**
 * Templates of pods, as controllers have them.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePodTemplateSpec
 *     in validation.go</a>
 */
final class PodTemplates {

  private PodTemplates() {}

  static void check(Cursor template, ApiContext context) {
    check(template, context, Set.of());
  }

  /**
   * @param claims names of the volumes that a StatefulSet adds
   */
  static void check(Cursor template, ApiContext context, Set<String> claims) {
    Cursor spec = template.field("spec");
    checkMetadata(template);
    PodVolumes volumes = new PodVolumes(spec.field("volumes"), claims);
    PodSpecRules.check(new PodScope(context, template, spec, false, volumes));
    ProfileAnnotations.check(template.field("metadata", "annotations"), spec, false);
  }

  static void checkMetadata(Cursor template) {
    Labels.check(template.field("metadata", "labels"));
    Labels.checkAnnotations(template.field("metadata", "annotations"));
    PodAnnotations.check(template.field("metadata", "annotations"), template.field("spec"));
  }

  /** What controllers that keep pods running ask of their template. */
  static void checkRunsForever(Cursor template) {
    Cursor restart = template.field("spec", "restartPolicy");
    if (List.of("OnFailure", "Never").contains(restart.text())) {
      restart.invalid(ApiCode.UNSUPPORTED_VALUE, "must be Always in this kind");
    }
    Cursor deadline = template.field("spec", "activeDeadlineSeconds");
    if (deadline.isSet()) {
      deadline.forbidden("in the template of this kind");
    }
  }
}
