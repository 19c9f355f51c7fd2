package dev.strake.api;

import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.cel.ExpressionCost;
import dev.strake.cel.SchemaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  private static final String RULES = "x-kubernetes-validations";

  private final SchemaType self;
  private final RuleScope scope;

  private SchemaRules(SchemaType self, RuleScope scope) {
    this.self = self;
    this.scope = scope;
  }

  static void check(Cursor schema, boolean isRoot, RuleScope scope) {
    Cursor rules = schema.field(RULES);
    if (!rules.hasElements()) {
      return;
    }
    @Nullable SchemaType self = SchemaShapes.of(schema, isRoot);
    if (self == null && schema.field("type").is("")) {
      rules.forbidden("on a schema without a type");
    }
    for (Cursor rule : rules.items()) {
      if (!rule.isSet() || rule.isMapping()) {
        checkTexts(rule);
        RulePaths.check(rule.field("fieldPath"), schema);
        if (self != null) {
          new SchemaRules(self, scope).checkExpressions(rule);
        }
      }
    }
  }

  private static void checkTexts(Cursor rule) {
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
    if (isOnlyBlanks(rule.field("messageExpression"))) {
      rule.field("messageExpression").invalid("must not be blank");
    }
    Check.oneOf(rule.field("reason"), REASONS);
  }

  private void checkExpressions(Cursor rule) {
    Cursor text = rule.field("rule");
    Cursor optional = rule.field("optionalOldSelf");
    if (text.text().isBlank()) {
      return;
    }
    Expressions expressions = Expressions.ofSchema(compiler(optional.isTrue()));
    Optional<CheckedExpression> condition = expressions.compile(text, CelType.BOOLEAN);
    if (condition.isEmpty()) {
      return;
    }
    long once = ExpressionCost.most(condition.get(), self);
    scope.budget().add(text, RuleBudget.product(once, scope.mostTimes(self)));
    checkOldSelf(text, optional, condition.get().reads("oldSelf"));
    Cursor message = rule.field("messageExpression");
    if (!message.text().isBlank()) {
      expressions
          .compile(message, CelType.TEXT)
          .ifPresent(made -> scope.budget().add(message, ExpressionCost.most(made, self)));
    }
  }

  private ExpressionCompiler compiler(boolean optionalOldSelf) {
    return ExpressionCompiler.ofSchema(self, optionalOldSelf, scope.context().version().minor());
  }

  private void checkOldSelf(Cursor text, Cursor optional, boolean used) {
    if (used && !scope.hasEarlier()) {
      text.report(
          ApiCode.EXPRESSION,
          "oldSelf is not known here: an item of a list, or a field of an atomic map, cannot be"
              + " told to be the one before",
          "put the rule on the list or the map, or make the list one of the type map");
    } else if (!used && optional.isSet()) {
      optional.forbidden("in a rule that does not use oldSelf");
    }
  }

  private static boolean isBlankText(Cursor text) {
    return text.isText() && text.text().isBlank();
  }

  static boolean isOnlyBlanks(Cursor text) {
    return !text.isBlank() && isBlankText(text);
  }

  static boolean hasBreaks(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }
}
