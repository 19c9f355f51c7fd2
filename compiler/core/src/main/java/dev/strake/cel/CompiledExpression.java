package dev.strake.cel;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a compiler makes of a text. */
public sealed interface CompiledExpression {

  /**
   * It is one.
   *
   * @param type what it gives
   */
  record Ok(CheckedExpression expression, ResultType type) implements CompiledExpression {}

  /**
   * The text is no expression of the wanted type.
   *
   * @param problems at least one, in the order of the text
   */
  record Broken(List<CelProblem> problems) implements CompiledExpression {
    public Broken {
      problems = List.copyOf(problems);
    }
  }

  default <R> R match(Function<CheckedExpression, R> ifOk, Function<List<CelProblem>, R> ifBroken) {
    return match((expression, type) -> ifOk.apply(expression), ifBroken);
  }

  default <R> R match(
      BiFunction<CheckedExpression, ResultType, R> ifOk, Function<List<CelProblem>, R> ifBroken) {
    return this instanceof Ok ok
        ? ifOk.apply(ok.expression, ok.type)
        : ifBroken.apply(((Broken) this).problems);
  }

  /** The expression of a text of the program's own. */
  default CheckedExpression orThrow() {
    return match(
        expression -> expression,
        problems -> {
          throw new IllegalArgumentException(problems.toString());
        });
  }
}
