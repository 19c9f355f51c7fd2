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

  /**
   * A field's name as expressions say it.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/cel/escaping.go">Escape
   *     in escaping.go</a>
   */
  public static String escape(String name) {
    if (ALL.contains(name)) {
      return "__" + name + "__";
    }
    return name.replace("__", "__underscores__")
        .replace(".", "__dot__")
        .replace("-", "__dash__")
        .replace("/", "__slash__");
  }
}
