package dev.strake.api;

/**
 * Templates of pods that are objects of their own.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePodTemplate
 *     in validation.go</a>
 */
final class PodTemplateRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    PodTemplates.check(object.field("template"), context);
  }
}
