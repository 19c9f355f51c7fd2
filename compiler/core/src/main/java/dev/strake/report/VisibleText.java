package dev.strake.report;

import java.util.Locale;

/**
 * Text of users as it may reach a terminal: what would move the cursor, colour the screen, reorder
 * or hide text is shown by a sign instead.
 */
public final class VisibleText {

  // A message names values, and a value may be a 10 MB scalar.
  private static final int LONGEST = 600;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private VisibleText() {}

  /** One line, cut if it is very long. */
  public static String of(String text) {
    if (text.length() <= LONGEST && isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (i >= LONGEST) {
        return out.append('…').toString();
      }
      out.append(of(text.codePointAt(i)));
    }
    return out.toString();
  }

  /** Whether it is of ASCII's visible characters alone, as nearly all text is. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7E) {
        return false;
      }
    }
    return true;
  }

  static String of(int codePoint) {
    if (codePoint < 0x20) {
      return Character.toString(0x2400 + codePoint);
    }
    if (codePoint == 0x7F) {
      return "\u2421";
    }
    return isHarmless(codePoint)
        ? Character.toString(codePoint)
        : "<U+"
            + "0".repeat(codePoint < 0x1000 ? 4 - hex(codePoint).length() : 0)
            + hex(codePoint)
            + ">";
  }

  private static String hex(int codePoint) {
    return Integer.toString(codePoint, 16).toUpperCase(Locale.ROOT);
  }

  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER;
      default -> true;
    };
  }
}
