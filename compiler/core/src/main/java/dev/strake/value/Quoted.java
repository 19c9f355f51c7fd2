package dev.strake.value;

import java.util.Locale;

/**
 * Texts as messages show them: in quotes, on one line, and never longer than a line can bear,
 * however long and strange a stranger's text is.
 */
public final class Quoted {

  private static final int LONGEST = 80;

  private Quoted() {}

  /** A text in double quotes, abbreviated, with everything that does not print escaped. */
  public static String of(String text) {
    return '"' + plain(text) + '"';
  }

  /** As {@link #of}, without the quotes. */
  public static String plain(String text) {
    StringBuilder out = new StringBuilder();
    int shown = 0;
    int at = 0;
    while (at < text.length() && shown < LONGEST) {
      int c = text.codePointAt(at);
      out.append(printable(c));
      at += Character.charCount(c);
      shown++;
    }
    return at < text.length() ? out.append('…').toString() : out.toString();
  }

  private static String printable(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> prints(c) ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c);
    };
  }

  private static boolean prints(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
