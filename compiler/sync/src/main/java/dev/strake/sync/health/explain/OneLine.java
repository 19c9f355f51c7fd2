package dev.strake.sync.health.explain;

/**
 * Texts of a cluster as a part of one line of ours: whoever wrote them must not steer a terminal.
 */
public final class OneLine {

  /** What a line can hold of a message before nobody reads on. */
  private static final int LONGEST = 400;

  private OneLine() {}

  /** Without control and invisible characters, white space as single spaces, and not too long. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> isPlain(c) ? c : ' ')
        .filter(c -> c != ' ' || !endsWithSpace(out))
        .forEach(out::appendCodePoint);
    String line = out.toString().strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private static boolean endsWithSpace(StringBuilder out) {
    return out.length() == 0 || out.charAt(out.length() - 1) == ' ';
  }

  private static boolean isPlain(int c) {
    int type = Character.getType(c);
    return !Character.isISOControl(c)
        && !Character.isWhitespace(c)
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }
}
