package dev.strake.generate.loadbalancer;

import java.util.regex.Pattern;

/**
 * Writes keepalived's language: blocks in braces, one statement a line.
 *
 * <p>There is little that all versions read alike: a word stands as it is, or between double
 * quotes, which keep blanks and the signs of comments and blocks. Newer versions also read escapes
 * there, older ones do not, and {@code $} is a parameter's even in quotes. What differs is refused.
 *
 * @see <a href="https://www.keepalived.org/manpage.html">keepalived.conf(5)</a>
 * @see <a href="https://github.com/acassen/keepalived/blob/v2.2.7/lib/parser.c">alloc_strvec_r,
 *     decomment and replace_param</a>
 */
final class KeepalivedText {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./:%+,=-][A-Za-z0-9_./:%+,=@-]*");
  private static final Pattern QUOTABLE = Pattern.compile("[ -~&&[^\"\\\\$]]+");
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();
  private int depth;

  /** Begins a block. */
  void open(String... words) {
    if (depth == 0) {
      out.append('\n');
    }
    statement(String.join(" ", quoted(words)) + " {");
    depth++;
  }

  void close() {
    depth--;
    statement("}");
  }

  void line(String... words) {
    statement(String.join(" ", quoted(words)));
  }

  void comment(String text) {
    statement("# " + text.replaceAll("[\\x00-\\x1F\\x7F]", " "));
  }

  private static String[] quoted(String... words) {
    String[] quoted = words.clone();
    for (int i = 0; i < quoted.length; i++) {
      quoted[i] = quote(quoted[i]);
    }
    return quoted;
  }

  /**
   * One word.
   *
   * @throws IllegalArgumentException for what keepalived has no way to say in all its versions: an
   *     empty word, a double quote, a backslash, a dollar sign, anything but printable ASCII
   */
  static String quote(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    if (!QUOTABLE.matcher(word).matches()) {
      throw new IllegalArgumentException("keepalived has no way to say " + word);
    }
    return "\"" + word + "\"";
  }

  private void statement(String text) {
    out.append(INDENT.repeat(depth)).append(text).append('\n');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
