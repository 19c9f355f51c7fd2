package dev.strake.custom;

import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rule in CEL over a part of a custom resource. Its expressions are compiled on first use. */
final class CustomRule {

  private static final Pattern OLD = Pattern.compile("\\boldSelf\\b");

  private final String text;
  private final Optional<String> message;
  private final Optional<String> fieldPath;
  private final boolean optionalOldSelf;
  private final Lazy<Optional<CheckedExpression>> condition;
  private final Lazy<Optional<CheckedExpression>> messageExpression;

  private CustomRule(String text, YamlMapping written) {
    this.text = text;
    this.message = written.string("message");
    this.condition = new Lazy<>(() -> compile(text, CelType.BOOLEAN));
    this.messageExpression =
        new Lazy<>(
            () ->
                written
                    .string("messageExpression")
                    .flatMap(expression -> compile(expression, CelType.TEXT)));
    this.fieldPath = written.string("fieldPath");
    this.optionalOldSelf =
        written.scalar("optionalOldSelf").map(YamlScalar::value).equals(Optional.of("true"));
  }

  /** Empty if it is no rule; the definition's own rules say why. */
  static Optional<CustomRule> of(YamlMapping written) {
    return written.string("rule").map(rule -> new CustomRule(rule, written));
  }

  /** What to say if the rule is broken and no expression tells. */
  String message() {
    return message.map(String::strip).orElse("breaks the rule " + text.strip());
  }

  /** The field at fault, below the rule's own. */
  Optional<String> fieldPath() {
    return fieldPath;
  }

  /** Whether the rule compares with the object before, and so has nothing to say of a new one. */
  boolean isOnlyForUpdates() {
    return !optionalOldSelf && OLD.matcher(text).find();
  }

  /** Empty if it does not compile, which the definition's own rules report. */
  Optional<CheckedExpression> condition() {
    return condition.get();
  }

  /** Empty if there is none. */
  Optional<CheckedExpression> messageExpression() {
    return messageExpression.get();
  }

  private static Optional<CheckedExpression> compile(String text, CelType type) {
    return Compiler.INSTANCE.compile(text, type).match(Optional::of, problems -> Optional.empty());
  }

  /** Slow to make, so made when a rule has to be judged. */
  private static final class Compiler {
    static final ExpressionCompiler INSTANCE =
        ExpressionCompiler.withVariables(List.of("self", "oldSelf"));
  }
}
