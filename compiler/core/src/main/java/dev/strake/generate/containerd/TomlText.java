package dev.strake.generate.containerd;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes TOML: a table's header at the margin, its entries indented, every string quoted.
 *
 * @see <a href="https://toml.io/en/v1.0.0">TOML 1.0</a>
 */
final class TomlText {

  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

  private final StringBuilder out = new StringBuilder();
  private String indent = "";

  void comment(String text) {
    out.append("# ").append(text.replaceAll("[\\x00-\\x1F\\x7F]", " ")).append('\n');
  }

  /** Begins a table; entries before the first one are the document's own. */
  void table(String... path) {
    String header = Arrays.stream(path).map(TomlText::key).collect(Collectors.joining("."));
    out.append("\n[").append(header).append("]\n");
    indent = "  ";
  }

  void entry(String key, String value) {
    line(key, quote(value));
  }

  void entry(String key, boolean value) {
    line(key, Boolean.toString(value));
  }

  void entry(String key, int value) {
    line(key, Integer.toString(value));
  }

  void entry(String key, List<String> values) {
    line(key, values.stream().map(TomlText::quote).collect(Collectors.joining(", ", "[", "]")));
  }

  private void line(String key, String value) {
    out.append(indent).append(key(key)).append(" = ").append(value).append('\n');
  }

  private static String key(String text) {
    return BARE_KEY.matcher(text).matches() ? text : quote(text);
  }

  /** A basic string, whatever is in it. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7F) {
        quoted.append("\\u00").append(Character.forDigit(c >> 4, 16));
        quoted.append(Character.forDigit(c & 0xF, 16));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
