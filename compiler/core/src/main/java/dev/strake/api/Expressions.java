package dev.strake.api;

import dev.strake.cel.AdmissionScope;
import dev.strake.cel.CelType;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.cel.ResultType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether expressions compile, for those who may read the same. */
final class Expressions {

  /** Asked for when there is something to compile, because the first one is slow to make. */
  private final Supplier<ExpressionCompiler> compiler;

  private Expressions(Supplier<ExpressionCompiler> compiler) {
    this.compiler = compiler;
  }

  /** Those of admission policies and of webhooks' conditions. */
  static Expressions in(AdmissionScope scope) {
    return new Expressions(() -> ExpressionCompiler.of(scope));
  }

  /**
   * Those in the schemas of custom resources. What {@code self} is made of is not known here, so
   * that an expression of the wrong type can go unnoticed.
   */
  static Expressions ofSchemas(ApiContext context) {
    return new Expressions(() -> ExpressionCompiler.ofSchemas(context.version().minor()));
  }

  /**
   * Reports an expression that is absent or does not compile.
   *
   * @param wanted types that it may give
   * @return what it gives; empty if it was reported
   */
  Optional<ResultType> check(Cursor expression, CelType... wanted) {
    if (!expression.isSet() || (expression.isText() && expression.text().isBlank())) {
      expression.missing();
      return Optional.empty();
    }
    if (!expression.isText()) {
      return Optional.empty();
    }
    return compiler
        .get()
        .compile(expression.text(), List.of(wanted))
        .match(
            (checked, type) -> Optional.of(type),
            problems -> {
              problems.forEach(
                  problem ->
                      expression.reportInside(
                          ApiCode.EXPRESSION, problem.start(), problem.end(), problem.message()));
              return Optional.empty();
            });
  }
}
