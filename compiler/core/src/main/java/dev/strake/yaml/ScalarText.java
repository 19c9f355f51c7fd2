package dev.strake.yaml;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a string is written so that every reader takes it for that very string: plain if nothing can
 * be misread, else in double quotes.
 *
 * @see <a href="https://github.com/yaml/go-yaml/blob/v2/encode.go">encode.go, stringv</a>
 */
final class ScalarText {

  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
  private static final int REPLACEMENT = 0xFFFD;

  // Strings to Kubernetes, but YAML 1.1's numbers to the base of 60 and dates to other readers.
  private static final Pattern MISREAD_ELSEWHERE =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9].*|=|<<");

  private ScalarText() {}

  /** The string on one line, as a key or a value. */
  static String line(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    return PlainScalars.typeOf(text) == ScalarType.STRING
        && startsPlain(text)
        && !text.endsWith(" ")
        && !text.endsWith(":")
        && !text.contains(": ")
        && !text.contains(" #")
        && text.codePoints().allMatch(ScalarText::isPrintable)
        && !MISREAD_ELSEWHERE.matcher(text).matches();
  }

  private static boolean startsPlain(String text) {
    char first = text.charAt(0);
    // A dash that no space follows begins no list: command lines are full of --flags.
    boolean flag =
        first == '-' && text.length() > 1 && text.charAt(1) != ' ' && !text.startsWith("---");
    return flag || (first != ' ' && INDICATORS.indexOf(first) < 0 && !text.startsWith("..."));
  }

  /** Whether single quotes can hold it. */
  static boolean isOfOneLine(String text) {
    return text.codePoints().allMatch(ScalarText::isPrintable);
  }

  /**
   * Whether a text of several lines can stand as {@code |} or {@code |-}. Left out is what depends
   * on the lines around it (several line breaks at the end) and what nobody sees (space at line
   * ends).
   */
  static boolean fitsLiteralBlock(String text) {
    return text.indexOf('\n') > 0
        && !text.endsWith("\n\n")
        && !startsBlank(text)
        && !endsLineBlank(text)
        && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
  }

  private static boolean startsBlank(String text) {
    return text.charAt(0) == ' ' || text.charAt(0) == '\t';
  }

  private static boolean endsLineBlank(String text) {
    return text.contains(" \n")
        || text.contains("\t\n")
        || text.endsWith(" ")
        || text.endsWith("\t");
  }

  /**
   * What YAML allows unescaped, without line breaks (YAML 1.1 has five), tabs and invisible marks.
   */
  private static boolean isPrintable(int c) {
    return (c >= 0x20 && c <= 0x7E)
        || (c >= 0xA0 && c <= 0xD7FF && c != 0x2028 && c != 0x2029)
        || (c >= 0xE000 && c < REPLACEMENT && c != 0xFEFF)
        || c == REPLACEMENT
        || c >= 0x10000;
  }

  /** In double quotes, whatever it is. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> escape(c, out));
    return out.append('"').toString();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
          out.appendCodePoint(REPLACEMENT);
        } else if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format(Locale.ROOT, c < 0x100 ? "\\x%02x" : "\\u%04x", c));
        }
      }
    }
  }
}
