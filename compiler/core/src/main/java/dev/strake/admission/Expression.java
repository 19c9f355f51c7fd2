package dev.strake.admission;

import dev.strake.cel.CelBindings;
import dev.strake.cel.CelResult;
import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * An expression of a policy. It is compiled when it is asked for: what does not compile is refused
 * by the API server, and another check says so at its place. Safe for use by many threads.
 */
final class Expression {

  private static final List<String> NAMES =
      List.of(
          "authorizer",
          "namespaceObject",
          "object",
          "oldObject",
          "params",
          "request",
          // A mapping, so that one compiler serves all policies.
          "variables");

  /** By the further name that an expression can read; the empty text for none. */
  private static final Map<String, ExpressionCompiler> COMPILERS = new ConcurrentHashMap<>();

  private final String text;
  private final String element;
  private final CelType type;
  // A race compiles it twice, with the same outcome.
  private volatile Optional<CheckedExpression> compiled = Optional.empty();
  private volatile boolean broken;

  private Expression(String text, String element, CelType type) {
    this.text = text;
    this.element = element;
    this.type = type;
  }

  static Expression of(String text, CelType type) {
    return new Expression(text, "", type);
  }

  /**
   * One that reads an element of a list too.
   *
   * @param element an identifier
   */
  static Expression about(String element, String text) {
    return new Expression(text, element, CelType.BOOLEAN);
  }

  String text() {
    return text;
  }

  /** Unknown if it does not compile. Never throws for anything that an input can cause. */
  CelResult evaluate(CelBindings bindings) {
    return compile()
        .map(expression -> expression.evaluateAsFarAsKnown(bindings))
        .orElseGet(CelResult.Unknown::new);
  }

  boolean compiles() {
    return compile().isPresent();
  }

  private Optional<CheckedExpression> compile() {
    if (compiled.isEmpty() && !broken) {
      Optional<CheckedExpression> made =
          compiler(element).compile(text, type).match(Optional::of, problems -> Optional.empty());
      broken = made.isEmpty();
      compiled = made;
    }
    return compiled;
  }

  private static ExpressionCompiler compiler(String element) {
    // Elements are named by whoever writes policies, and shall not fill the memory.
    return element.isEmpty()
        ? COMPILERS.computeIfAbsent(element, name -> ExpressionCompiler.withVariables(NAMES))
        : ExpressionCompiler.withVariables(
            Stream.concat(NAMES.stream(), Stream.of(element)).toList());
  }
}
