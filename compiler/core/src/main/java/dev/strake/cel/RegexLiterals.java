package dev.strake.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.validator.CelAstValidator;

/**
 * Whether patterns that are written out are RE2's, as the API server asks of {@code matches}. The
 * library's own validator asks for Java's, which are others.
 *
 * @see <a
 *     href="https://pkg.go.dev/github.com/google/cel-go/cel#ValidateRegexLiterals">ValidateRegexLiterals</a>
 */
final class RegexLiterals implements CelAstValidator {

  @Override
  public void validate(CelNavigableAst ast, Cel cel, IssuesFactory issues) {
    ast.getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(expression -> expression.getKind() == Kind.CALL)
        .filter(expression -> expression.call().function().equals("matches"))
        .map(expression -> pattern(expression.call()))
        .filter(pattern -> pattern.getKind() == Kind.CONSTANT)
        .filter(pattern -> pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE)
        .forEach(pattern -> check(pattern, issues));
  }

  /** The last argument, whether it is {@code a.matches(b)} or {@code matches(a, b)}. */
  private static CelExpr pattern(CelCall call) {
    return call.args().get(call.args().size() - 1);
  }

  private static void check(CelExpr pattern, IssuesFactory issues) {
    try {
      Pattern.compile(pattern.constant().stringValue());
    } catch (PatternSyntaxException e) {
      issues.addError(pattern.id(), "is no regular expression: " + e.getDescription());
    }
  }
}
