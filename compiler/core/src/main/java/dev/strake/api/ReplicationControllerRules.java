package dev.strake.api;

/**
 * Replication controllers. The server takes the template's labels for the selector if there is
 * none.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateReplicationControllerSpec
 *     in validation.go</a>
 */
final class ReplicationControllerRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Cursor template = spec.field("template");
    Cursor labels = template.field("metadata", "labels");
    Check.notNegative(spec, "replicas", "minReadySeconds");
    if (!template.isSet()) {
      template.missing();
      return;
    }
    if (spec.field("selector").isEmpty() && labels.isEmpty()) {
      spec.field("selector").missing("the template has no labels to make one of");
    }
    Selectors.checkContains(spec.field("selector"), labels);
    PodTemplates.check(template, context);
    PodTemplates.checkRunsForever(template);
  }
}
