package dev.strake.value;

import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of names, by hand instead of by expression, so that a message can say which character
 * is wrong.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go">validation.go
 *     in apimachinery</a>
 */
final class Names {

  static final int LONGEST_LABEL = 63;
  static final int LONGEST_SUBDOMAIN = 253;

  private Names() {}

  /** What keeps a text from being a DNS-1123 label; null if nothing does. */
  static @Nullable String labelProblem(String text) {
    String problem = lengthProblem(text, LONGEST_LABEL);
    return problem != null
        ? problem
        : characterProblem(text, c -> isLower(c) || isDigit(c), c -> c == '-', LOWER_WORDS);
  }

  /** What keeps a text from being a DNS-1123 subdomain; null if nothing does. */
  static @Nullable String subdomainProblem(String text) {
    String problem = lengthProblem(text, LONGEST_SUBDOMAIN);
    if (problem != null) {
      return problem;
    }
    for (String part : text.split("\\.", -1)) {
      if (part.isEmpty()) {
        return "it has an empty part between dots";
      }
      problem = characterProblem(part, c -> isLower(c) || isDigit(c), c -> c == '-', LOWER_WORDS);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  /** What keeps a text from being a qualified name's last part or a label value. */
  static @Nullable String wordProblem(String text) {
    String problem = lengthProblem(text, LONGEST_LABEL);
    return problem != null
        ? problem
        : characterProblem(
            text,
            c -> isLower(c) || isUpper(c) || isDigit(c),
            c -> c == '-' || c == '_' || c == '.',
            "letters, digits, '-', '_' and '.'");
  }

  /** What keeps a text from being a name with an optional DNS prefix: {@code example.org/name}. */
  static @Nullable String qualifiedProblem(String text) {
    int slash = text.indexOf('/');
    if (slash != text.lastIndexOf('/')) {
      return "it has more than one '/'";
    }
    if (slash < 0) {
      return wordProblem(text);
    }
    String prefix = subdomainProblem(text.substring(0, slash));
    if (prefix != null) {
      return "before the '/', " + prefix;
    }
    String word = wordProblem(text.substring(slash + 1));
    return word == null ? null : "behind the '/', " + word;
  }

  /** A name if nothing is wrong with it. */
  static <T> Parsed<T> named(
      String text, String what, @Nullable String problem, Function<String, T> name) {
    return problem == null ? Parsed.ok(name.apply(text)) : Parsed.bad(what + ": " + problem);
  }

  /** Guards a record's constructor against the program's own mistakes. */
  static void require(String text, @Nullable String problem) {
    if (problem != null) {
      throw new IllegalArgumentException(Quoted.of(text) + ": " + problem);
    }
  }

  private static final String LOWER_WORDS = "lower-case letters, digits and '-'";

  private static @Nullable String lengthProblem(String text, int longest) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    return text.length() > longest
        ? "it has %s characters, and %s are allowed".formatted(text.length(), longest)
        : null;
  }

  private static @Nullable String characterProblem(
      String text, IntPredicate outside, IntPredicate inside, String allowed) {
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (!outside.test(c) && !inside.test(c)) {
        return "it has %s, and only %s are allowed".formatted(show(c), allowed);
      }
    }
    if (!outside.test(text.charAt(0))) {
      return "it starts with " + show(text.charAt(0));
    }
    char last = text.charAt(text.length() - 1);
    return outside.test(last) ? null : "it ends with " + show(last);
  }

  private static String show(int c) {
    return c == ' ' ? "a space" : "'" + Quoted.plain(Character.toString(c)) + "'";
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLetterOrDigit(int c) {
    return isLower(c) || isUpper(c) || isDigit(c);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
