package dev.strake.sync.inventory;

/**
 * A text as one word of a line. Names may hold anything but a slash and a percent sign: those of
 * RBAC objects are restricted no further.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/api/validation/path/name.go">IsValidPathSegmentName
 *     in name.go</a>
 */
final class Word {

  private static final String NOTHING = "-";

  private Word() {}

  static String write(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    String escaped =
        text.replace("\\", "\\\\")
            .replace(" ", "\\s")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r");
    return escaped.equals(NOTHING) ? "\\-" : escaped;
  }

  static String read(String word) throws MalformedInventory {
    if (word.equals(NOTHING)) {
      return "";
    }
    if (word.indexOf('\\') < 0) {
      return word;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      out.append(c == '\\' ? escaped(word, ++i) : c);
    }
    return out.toString();
  }

  private static char escaped(String word, int at) throws MalformedInventory {
    int known = at < word.length() ? "\\stnr-".indexOf(word.charAt(at)) : -1;
    if (known < 0) {
      throw new MalformedInventory("an escape is unknown in " + word);
    }
    return "\\ \t\n\r-".charAt(known);
  }
}
