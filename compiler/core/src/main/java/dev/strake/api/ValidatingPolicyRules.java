package dev.strake.api;

import dev.strake.api.Expressions.Result;
import dev.strake.api.Expressions.Use;
import java.util.List;

/**
 * Policies that judge requests.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">validateValidatingAdmissionPolicySpec
 *     in validation.go</a>
 */
final class ValidatingPolicyRules implements ObjectRules {

  private static final List<String> REASONS =
      List.of("Forbidden", "Invalid", "RequestEntityTooLarge");
  private static final int MOST_ANNOTATIONS = 20;
  private static final int LONGEST_VALUE_EXPRESSION = 5 * 1024;

  private final Expressions expressions;

  ValidatingPolicyRules(Expressions expressions) {
    this.expressions = expressions;
  }

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    AdmissionPolicyRules.check(spec, expressions);
    boolean hasParams = spec.field("paramKind").isSet();
    Cursor validations = spec.field("validations");
    Cursor annotations = spec.field("auditAnnotations");
    if (validations.isEmpty() && annotations.isEmpty()) {
      validations.missing("a policy needs validations or auditAnnotations");
    }
    validations.items().forEach(validation -> checkValidation(validation, hasParams));
    checkAnnotations(annotations, object.field("metadata", "name"), hasParams);
  }

  /** validateValidation. */
  private void checkValidation(Cursor validation, boolean hasParams) {
    if (validation.isSet() && !validation.isMapping()) {
      return;
    }
    expressions.check(validation.field("expression"), new Use(Result.BOOLEAN, hasParams));
    Cursor messageExpression = validation.field("messageExpression");
    if (!messageExpression.isBlank()) {
      expressions.check(messageExpression, new Use(Result.STRING, hasParams));
    }
    Cursor message = validation.field("message");
    if (!message.isBlank() && message.text().isBlank() && message.isText()) {
      message.invalid("must not be blank");
    } else if (message.text().strip().matches("(?s).*[\n\r].*")) {
      message.invalid("must have one line");
    }
    Check.oneOf(validation.field("reason"), REASONS);
  }

  /** validateAuditAnnotation: its full name begins with that of the policy. */
  private void checkAnnotations(Cursor annotations, Cursor policy, boolean hasParams) {
    Check.atMost(annotations, MOST_ANNOTATIONS);
    Seen keys = new Seen();
    for (Cursor annotation : annotations.items()) {
      Cursor key = annotation.field("key");
      keys.add(key, key.text(), "the key " + key.text());
      if (policy.isBlank()) {
        policy.missing("the auditAnnotations need it");
      } else {
        Check.shapeEvenEmpty(key, text -> Texts.qualifiedProblem(policy.text() + "/" + text));
      }
      Cursor value = annotation.field("valueExpression");
      expressions.check(value, new Use(Result.STRING_OR_NULL, hasParams));
      if (Texts.bytes(value.text().strip()) > LONGEST_VALUE_EXPRESSION) {
        value.report(ApiCode.TOO_LONG, value.path() + " has more than 5120 bytes");
      }
    }
  }
}
