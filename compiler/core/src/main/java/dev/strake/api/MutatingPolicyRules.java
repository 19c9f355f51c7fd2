package dev.strake.api;

import java.util.List;

/**
 * Policies that change requests.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">validateMutatingAdmissionPolicySpec
 *     in validation.go</a>
 */
final class MutatingPolicyRules implements ObjectRules {

  private static final String CONFIGURATION = "ApplyConfiguration";
  private static final String PATCH = "JSONPatch";

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    AdmissionPolicyRules.check(spec, context);
    for (Cursor rule : spec.field("matchConstraints", "resourceRules").items()) {
      for (Cursor operation : rule.field("operations").items()) {
        if (operation.is("DELETE")) {
          operation.invalid(
              ApiCode.UNSUPPORTED_VALUE, "must not be DELETE, which leaves nothing to change");
        }
      }
    }
    Check.requiredOneOf(spec.field("reinvocationPolicy"), List.of("IfNeeded", "Never"));
    Check.required(spec, "mutations");
    spec.field("mutations").items().forEach(MutatingPolicyRules::checkMutation);
  }

  /** validateMutation. */
  private static void checkMutation(Cursor mutation) {
    Cursor type = mutation.field("patchType");
    Check.requiredOneOf(type, List.of(CONFIGURATION, PATCH));
    checkPatch(mutation.field("applyConfiguration"), type, CONFIGURATION);
    checkPatch(mutation.field("jsonPatch"), type, PATCH);
  }

  private static void checkPatch(Cursor patch, Cursor type, String own) {
    if (!type.is(own)) {
      if (patch.isSet() && !type.isBlank() && type.isText()) {
        patch.forbidden("with the type " + type.text());
      }
    } else if (!patch.isSet()) {
      patch.missing("the type " + own + " needs it");
    } else if (patch.isMapping()) {
      checkPresent(patch.field("expression"));
    }
  }

  /** Expressions that build objects of types without a declaration are not compiled here. */
  private static void checkPresent(Cursor expression) {
    if (!expression.isSet() || (expression.isText() && expression.text().isBlank())) {
      expression.missing();
    }
  }
}
