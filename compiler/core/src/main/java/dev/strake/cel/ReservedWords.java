package dev.strake.cel;

import java.util.Set;

/**
 * Words that cannot name anything in an expression.
 *
 * @see <a href="https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax">CEL:
 *     syntax</a>
 */
public final class ReservedWords {

  public static final Set<String> ALL =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  private ReservedWords() {}
}
