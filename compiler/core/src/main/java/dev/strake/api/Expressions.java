package dev.strake.api;

import dev.strake.cel.AdmissionScope;
import dev.strake.cel.CelProblem;
import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.CompiledExpression;
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

  /** Those that a compiler knows. */
  static Expressions ofSchema(ExpressionCompiler compiler) {
    return new Expressions(() -> compiler);
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
    return compiled(expression, List.of(wanted))
        .flatMap(
            made -> made.match((checked, type) -> Optional.of(type), problems -> Optional.empty()));
  }

  /** The same for one that is there; empty if it was reported. */
  Optional<CheckedExpression> compile(Cursor expression, CelType wanted) {
    return compiled(expression, List.of(wanted))
        .flatMap(made -> made.match(Optional::of, problems -> Optional.empty()));
  }

  private Optional<CompiledExpression> compiled(Cursor expression, List<CelType> wanted) {
    if (!expression.isText()) {
      return Optional.empty();
    }
    CompiledExpression made = compiler.get().compile(expression.text(), wanted);
    if (made instanceof CompiledExpression.Broken broken) {
      for (CelProblem problem : broken.problems()) {
        expression.reportInside(
            ApiCode.EXPRESSION, problem.start(), problem.end(), problem.message());
      }
    }
    return Optional.of(made);
  }
}
