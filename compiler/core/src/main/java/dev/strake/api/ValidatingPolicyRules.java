package dev.strake.api;

import dev.strake.cel.AdmissionScope;
import dev.strake.cel.CelType;
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

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    AdmissionScope scope = AdmissionPolicyRules.check(spec, context);
    Expressions expressions = Expressions.in(scope);
    Expressions messages = Expressions.in(scope.withoutAuthorizer());
    Cursor validations = spec.field("validations");
    Cursor annotations = spec.field("auditAnnotations");
    if (validations.isEmpty() && annotations.isEmpty()) {
      validations.missing("a policy needs validations or auditAnnotations");
    }
    validations.items().forEach(validation -> checkValidation(validation, expressions, messages));
    checkAnnotations(annotations, object.field("metadata", "name"), expressions);
  }

  /** validateValidation. */
  private static void checkValidation(
      Cursor validation, Expressions expressions, Expressions messages) {
    if (validation.isSet() && !validation.isMapping()) {
      return;
    }
    expressions.check(validation.field("expression"), CelType.BOOLEAN);
    Cursor messageExpression = validation.field("messageExpression");
    if (!messageExpression.isBlank()) {
      messages.check(messageExpression, CelType.TEXT);
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
  private static void checkAnnotations(Cursor annotations, Cursor policy, Expressions expressions) {
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
      expressions.check(value, CelType.TEXT, CelType.NULL);
      if (Texts.bytes(value.text().strip()) > LONGEST_VALUE_EXPRESSION) {
        value.report(ApiCode.TOO_LONG, value.path() + " has more than 5120 bytes");
      }
    }
  }
}
