package dev.strake.generate.shell;

import java.util.regex.Pattern;

/**
 * One word of bash, whatever is in it.
 *
 * @see <a href="https://www.gnu.org/software/bash/manual/bash.html#Quoting">Bash: quoting</a>
 */
public final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

  private ShellWord() {}

  /**
   * The text as bash reads it back, letter by letter. Control characters are written as escapes, so
   * that a reader sees them and no line of a script begins inside a word.
   *
   * @throws IllegalArgumentException for NUL, which no argument of a program can hold
   */
  public static String quote(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("bash has no way to say NUL");
    }
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    return text.chars().anyMatch(ShellWord::isControl)
        ? escaped(text)
        : "'" + text.replace("'", "'\\''") + "'";
  }

  private static boolean isControl(int c) {
    return c < 0x20 || c == 0x7F;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder("$'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c)) {
        out.append('\\').append(Integer.toOctalString(c | 0x200).substring(1));
      } else if (c == '\'' || c == '\\') {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    return out.append('\'').toString();
  }
}
