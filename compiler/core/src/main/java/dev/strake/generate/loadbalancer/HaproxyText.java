package dev.strake.generate.loadbalancer;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Writes HAProxy's language: a section's keyword at the margin, its lines indented, every word
 * quoted where it has to be.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html#2.2">Quoting and escaping</a>
 */
final class HaproxyText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=*{}\\[\\]-]+");

  private final StringBuilder out = new StringBuilder();

  /** Begins a section. */
  void section(String... words) {
    out.append('\n');
    words(words);
  }

  /** A line of the section. */
  void line(String... words) {
    out.append("  ");
    words(words);
  }

  /** A comment at the margin if no section has begun, else a line of the section. */
  void comment(String text) {
    out.append(out.indexOf("\n\n") < 0 ? "" : "  ").append("# ").append(oneLine(text)).append('\n');
  }

  private void words(String... words) {
    String gap = "";
    for (String word : words) {
      out.append(gap).append(quote(word));
      gap = " ";
    }
    out.append('\n');
  }

  /**
   * One word, whatever is in it. Single quotes switch off everything that HAProxy would read in a
   * word, environment variables included; only a single quote itself stands outside of them.
   *
   * @throws IllegalArgumentException for control characters, which no quoting can bring into a word
   */
  static String quote(String word) {
    if (word.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
      throw new IllegalArgumentException("HAProxy has no way to say a control character");
    }
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** A time in whole milliseconds, of which HAProxy takes one at least: {@code 2s}. */
  static String time(Duration time) {
    long millis = Math.max(1, time.toMillis());
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\x00-\\x1F\\x7F]", " ");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
