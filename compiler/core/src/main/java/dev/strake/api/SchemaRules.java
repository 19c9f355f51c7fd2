package dev.strake.api;

import dev.strake.cel.CelType;
import java.util.List;

/**
 * Rules in CEL in the schemas of custom resources.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">ValidateCustomResourceDefinitionOpenAPISchema
 *     in validation.go</a>
 */
final class SchemaRules {

  private static final List<String> REASONS =
      List.of(
          "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired");

  private SchemaRules() {}

  static void check(Cursor rules, Expressions expressions) {
    for (Cursor rule : rules.items()) {
      if (!rule.isSet() || rule.isMapping()) {
        checkRule(rule, expressions);
      }
    }
  }

  private static void checkRule(Cursor rule, Expressions expressions) {
    Cursor text = rule.field("rule");
    Cursor message = rule.field("message");
    if (!text.isSet() || isBlankText(text)) {
      text.missing();
    } else if (isOnlyBlanks(message)) {
      message.invalid("must not be blank");
    } else if (hasBreaks(message.text().strip())) {
      message.invalid("must have one line");
    } else if (hasBreaks(text.text().strip()) && message.text().isBlank()) {
      message.missing("a rule of several lines needs one");
    }
    if (!text.isBlank() && !isBlankText(text)) {
      expressions.check(text, CelType.BOOLEAN);
    }
    Cursor messageExpression = rule.field("messageExpression");
    if (isOnlyBlanks(messageExpression)) {
      messageExpression.invalid("must not be blank");
    } else if (messageExpression.isSet()) {
      expressions.check(messageExpression, CelType.TEXT);
    }
    Check.oneOf(rule.field("reason"), REASONS);
    Cursor path = rule.field("fieldPath");
    if (isOnlyBlanks(path) || hasBreaks(path.text())) {
      path.invalid("must be a path in one line");
    }
  }

  private static boolean isBlankText(Cursor text) {
    return text.isText() && text.text().isBlank();
  }

  private static boolean isOnlyBlanks(Cursor text) {
    return !text.isBlank() && isBlankText(text);
  }

  private static boolean hasBreaks(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }
}
