package dev.strake.schema;

import java.util.Set;

/**
 * Whether the API server reads a text as a quantity. It takes more than its documentation says:
 * space around, and no digits at all before a suffix.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/resource/quantity.go">parseQuantityString
 *     and UnmarshalJSON in quantity.go</a>
 */
final class QuantitySyntax {

  private static final Set<String> SUFFIXES =
      Set.of("", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

  private QuantitySyntax() {}

  static boolean accepts(String written) {
    String text = written.strip();
    if (text.isEmpty()) {
      return false;
    }
    int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
    at = skipDigits(text, at);
    if (at < text.length() && text.charAt(at) == '.') {
      at = skipDigits(text, at + 1);
    }
    String suffix = text.substring(at);
    return SUFFIXES.contains(suffix) || isExponent(suffix);
  }

  private static boolean isExponent(String suffix) {
    char first = suffix.charAt(0);
    if (first != 'e' && first != 'E') {
      return false;
    }
    boolean signed = suffix.length() > 1 && (suffix.charAt(1) == '+' || suffix.charAt(1) == '-');
    int digits = signed ? 2 : 1;
    return digits < suffix.length() && skipDigits(suffix, digits) == suffix.length();
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
