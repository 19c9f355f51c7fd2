package dev.strake.api;

/**
 * Where a policy that changes applies.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">validateMutatingAdmissionPolicyBindingSpec
 *     in validation.go</a>
 */
final class MutatingPolicyBindingRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    AdmissionPolicyRules.checkPolicyName(spec);
    AdmissionPolicyRules.checkParamRef(spec.field("paramRef"));
    AdmissionRules.checkMatch(spec.field("matchResources"));
  }
}
