package dev.strake.api;

import java.util.List;

/**
 * Where a policy that judges applies.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">validateValidatingAdmissionPolicyBindingSpec
 *     in validation.go</a>
 */
final class ValidatingPolicyBindingRules implements ObjectRules {

  private static final List<String> ACTIONS = List.of("Audit", "Deny", "Warn");

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    AdmissionPolicyRules.checkPolicyName(spec);
    AdmissionPolicyRules.checkParamRef(spec.field("paramRef"));
    AdmissionRules.checkMatch(spec.field("matchResources"));
    checkActions(spec.field("validationActions"));
  }

  /** validateValidationActions. */
  private static void checkActions(Cursor actions) {
    if (actions.isEmpty()) {
      actions.missing();
    }
    Seen seen = new Seen();
    for (Cursor action : actions.items()) {
      Check.requiredOneOf(action, ACTIONS);
      seen.add(action, action.text(), "the action " + action.text());
    }
    if (seen.has("Deny") && seen.has("Warn")) {
      actions.report(
          ApiCode.INVALID_VALUE, actions.path() + " must not have Deny and Warn together");
    }
  }
}
