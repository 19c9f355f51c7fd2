package dev.strake.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Turns the text of expressions into type-checked ones. Slow to make (some 0.3 s in a fresh JVM)
 * and quick to use; safe for use by many threads.
 */
public final class ExpressionCompiler {

  /** Few, because few versions are known. */
  private static final Map<AdmissionScope, ExpressionCompiler> SHARED = new ConcurrentHashMap<>();

  private final CelCompiler compiler;
  private final CelValidator literals;
  private final boolean takesDynamic;

  private ExpressionCompiler(CelCompiler compiler, boolean takesDynamic) {
    this.compiler = compiler;
    this.takesDynamic = takesDynamic;
    this.literals =
        CelValidatorFactory.standardCelValidatorBuilder(compiler, CelSetup.runtime())
            .addAstValidators(
                DurationLiteralValidator.INSTANCE,
                new RegexLiterals(),
                TimestampLiteralValidator.INSTANCE)
            .build();
  }

  /**
   * A compiler for expressions that read some variables.
   *
   * @param variables of any type, in dotted form where they lie below another: {@code object},
   *     {@code variables.podSpec}. A name that is not among them is a problem of the expression.
   */
  public static ExpressionCompiler withVariables(Collection<String> variables) {
    CelCompilerBuilder builder = CelSetup.compiler(CelSetup.NEWEST);
    for (String variable : variables) {
      builder.addVar(variable, SimpleType.DYN);
    }
    return new ExpressionCompiler(builder.build(), true);
  }

  /**
   * A compiler that accepts what an API server accepts in an admission policy or a webhook's
   * condition: what cannot be typed is refused.
   */
  public static ExpressionCompiler of(AdmissionScope scope) {
    return scope.variables().isEmpty()
        ? SHARED.computeIfAbsent(scope, ExpressionCompiler::make)
        : make(scope);
  }

  private static ExpressionCompiler make(AdmissionScope scope) {
    return new ExpressionCompiler(scope.declare().build(), scope.hasUnknown());
  }

  /**
   * A compiler for rules in the schemas of custom resources, which read {@code self} and {@code
   * oldSelf}. What does not fit their type is a problem of the expression.
   *
   * @param minor of the API server's version of Kubernetes 1
   * @param optionalOldSelf whether {@code oldSelf} may be absent, and says so by its type
   */
  public static ExpressionCompiler ofSchema(SchemaType self, boolean optionalOldSelf, int minor) {
    return new ExpressionCompiler(
        CelSetup.compiler(minor - 1)
            .setTypeProvider(new SchemaTypes(self))
            .addVar("self", self.declared())
            .addVar(
                "oldSelf", optionalOldSelf ? OptionalType.create(self.declared()) : self.declared())
            .build(),
        false);
  }

  /** Never fails: a text that is no expression of the wanted type comes back as its problems. */
  public CompiledExpression compile(String text, CelType wanted) {
    return compile(text, List.of(wanted));
  }

  /** The same, for an expression that may be of several types. */
  public CompiledExpression compile(String text, List<CelType> wanted) {
    CelValidationResult result = compiler.compile(text);
    if (result.hasError()) {
      return new CompiledExpression.Broken(new CompileProblems(text).of(result.getErrors()));
    }
    CelAbstractSyntaxTree ast = ast(result);
    CelValidationResult literal = literals.validate(ast);
    return literal.hasError()
        ? new CompiledExpression.Broken(new CompileProblems(text).of(literal.getErrors()))
        : checked(text, ast, wanted);
  }

  private static CelAbstractSyntaxTree ast(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a result without errors has an AST", e);
    }
  }

  private CompiledExpression checked(String text, CelAbstractSyntaxTree ast, List<CelType> wanted) {
    ResultType type = new ResultType(ast.getResultType());
    boolean fits = wanted.stream().anyMatch(each -> type.is(each, takesDynamic));
    if (!fits) {
      String needed = wanted.stream().map(CelType::description).collect(Collectors.joining(" or "));
      String message = "the expression gives %s where %s is needed".formatted(type, needed);
      return new CompiledExpression.Broken(List.of(new CelProblem(0, text.length(), message)));
    }
    return new CompiledExpression.Ok(CheckedExpression.of(ast), type);
  }
}
