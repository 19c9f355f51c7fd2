package dev.strake.api;

import dev.strake.api.Expressions.Result;
import dev.strake.api.Expressions.Use;
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

  private final Expressions expressions;

  MutatingPolicyRules(Expressions expressions) {
    this.expressions = expressions;
  }

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    AdmissionPolicyRules.check(spec, expressions);
    Check.requiredOneOf(spec.field("reinvocationPolicy"), List.of("IfNeeded", "Never"));
    Check.required(spec, "mutations");
    boolean hasParams = spec.field("paramKind").isSet();
    spec.field("mutations").items().forEach(mutation -> checkMutation(mutation, hasParams));
  }

  /** validateMutation. */
  private void checkMutation(Cursor mutation, boolean hasParams) {
    Cursor type = mutation.field("patchType");
    Check.requiredOneOf(type, List.of(CONFIGURATION, PATCH));
    checkPatch(mutation.field("applyConfiguration"), type, CONFIGURATION, hasParams);
    checkPatch(mutation.field("jsonPatch"), type, PATCH, hasParams);
  }

  private void checkPatch(Cursor patch, Cursor type, String own, boolean hasParams) {
    if (!type.is(own)) {
      if (patch.isSet() && !type.isBlank() && type.isText()) {
        patch.forbidden("with the type " + type.text());
      }
    } else if (!patch.isSet()) {
      patch.missing("the type " + own + " needs it");
    } else if (patch.isMapping()) {
      expressions.check(patch.field("expression"), new Use(Result.ANY, hasParams));
    }
  }
}
