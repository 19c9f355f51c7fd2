package dev.strake.yaml;

import java.util.Set;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * What a plain scalar means to Kubernetes: YAML 1.1's words, Go's numbers.
 *
 * @see <a href="https://github.com/yaml/go-yaml/blob/v2/resolve.go">resolve.go</a>
 */
final class PlainScalars {

  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> NOT_FINITE =
      Set.of(
          ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
          "-.Inf", "-.INF");

  private PlainScalars() {}

  static ScalarType typeOf(String text) {
    if (text.isEmpty()) {
      return ScalarType.NULL;
    }
    char first = text.charAt(0);
    if (first == '.' || first == '+' || first == '-' || (first >= '0' && first <= '9')) {
      return NOT_FINITE.contains(text) ? ScalarType.FLOAT : GoNumbers.typeOf(text);
    }
    // No word is longer than "false".
    if (text.length() > 5) {
      return ScalarType.STRING;
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return ScalarType.BOOLEAN;
    }
    return NULL.contains(text) ? ScalarType.NULL : ScalarType.STRING;
  }

  static boolean isTrue(String text) {
    return TRUE.contains(text);
  }

  /** Whether an untagged plain scalar is an infinity or not-a-number. */
  static boolean isNotFinite(ScalarEvent event) {
    return event.isPlain() && event.getTag() == null && isNotFinite(event.getValue());
  }

  /** Infinities and not-a-number, which YAML can say and JSON cannot. */
  static boolean isNotFinite(String text) {
    // Every key is asked, and hardly any begins like one of these.
    return !text.isEmpty() && ".+-".indexOf(text.charAt(0)) >= 0 && NOT_FINITE.contains(text);
  }
}
