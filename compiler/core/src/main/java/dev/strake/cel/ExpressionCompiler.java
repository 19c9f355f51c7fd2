package dev.strake.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns the text of expressions into type-checked ones. Slow to make (some 0.3 s in a fresh JVM)
 * and quick to use; safe for use by many threads.
 */
public final class ExpressionCompiler {

  private static final Pattern CONTAINER = Pattern.compile(" \\(in container '[^']*'\\)");

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'");

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
                RegexLiteralValidator.INSTANCE,
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
    return new ExpressionCompiler(scope.declare().build(), false);
  }

  /** Never fails: a text that is no expression of the wanted type comes back as its problems. */
  public CompiledExpression compile(String text, CelType wanted) {
    return compile(text, List.of(wanted));
  }

  /** The same, for an expression that may be of several types. */
  public CompiledExpression compile(String text, List<CelType> wanted) {
    CelValidationResult result = compiler.compile(text);
    if (result.hasError()) {
      return new CompiledExpression.Broken(problems(text, result.getErrors()));
    }
    CelAbstractSyntaxTree ast = ast(result);
    CelValidationResult literal = literals.validate(ast);
    return literal.hasError()
        ? new CompiledExpression.Broken(problems(text, literal.getErrors()))
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

  private static List<CelProblem> problems(String text, List<CelIssue> issues) {
    return issues.stream()
        .map(issue -> problem(text, issue))
        .distinct()
        .sorted(Comparator.comparingInt(CelProblem::start).thenComparing(CelProblem::message))
        .toList();
  }

  private static CelProblem problem(String text, CelIssue issue) {
    int given =
        offset(text, issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
    int start = startOfCall(text, given);
    int end = endOfToken(text, start);
    String message = CONTAINER.matcher(issue.getMessage()).replaceAll("").strip();
    return UNDECLARED.matcher(message).matches()
        ? undeclared(text, start, end)
        : new CelProblem(start, end, message);
  }

  /**
   * Names the whole of a dotted variable: that {@code variables} is there is known to the author.
   */
  private static CelProblem undeclared(String text, int start, int end) {
    boolean dotted = text.startsWith("variables.", start);
    int last = dotted ? endOfToken(text, end + 1) : end;
    String message = "there is nothing called '%s' here".formatted(text.substring(start, last));
    return new CelProblem(start, last, message);
  }

  /**
   * @param line 1-based; 0 and less if the library knows no place
   * @param column 0-based, in code points
   */
  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int lineBreak = text.indexOf('\n', start);
      if (lineBreak < 0) {
        return text.length();
      }
      start = lineBreak + 1;
    }
    int available = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.max(0, Math.min(column, available)));
  }

  /** The library points at a call's parenthesis; its name says more. */
  private static int startOfCall(String text, int place) {
    int start = place;
    boolean call = place < text.length() && text.charAt(place) == '(';
    while (call && start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int endOfToken(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end > start ? end : Math.min(start + 1, text.length());
  }
}
