package dev.strake.api;

/**
 * Runtimes of containers.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/node/validation/validation.go">ValidateRuntimeClass
 *     in validation.go</a>
 */
final class RuntimeClassRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Check.requiredShape(object.field("handler"), Texts::labelProblem);
    for (Cursor amount : object.field("overhead", "podFixed").values()) {
      QuotaNames.checkKey(amount, ResourceNames.containerProblem(amount.key()));
      QuotaNames.checkAmount(amount);
    }
    Cursor scheduling = object.field("scheduling");
    Labels.check(scheduling.field("nodeSelector"));
    Tolerations.check(scheduling.field("tolerations"));
  }
}
