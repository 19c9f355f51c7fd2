package dev.strake.report;

import dev.strake.source.SourceRange;

/**
 * A line of a file as the terminal shows it, or the part of a long line around a place. Knows in
 * which column each character comes to stand.
 */
final class LineView {

  private static final int LONGEST = 100;
  private static final int BEFORE = 30;
  private static final int TAB_STOP = 4;
  private static final String CUT = "…";

  private final int from;
  private final int to;
  private final int[] columns;
  private final String text;

  private LineView(int from, int to, int[] columns, String text) {
    this.from = from;
    this.to = to;
    this.columns = columns;
    this.text = text;
  }

  /** Whether a line is too long to be shown whole. */
  static boolean isLong(SourceRange line) {
    return line.end() - line.start() > LONGEST;
  }

  static LineView whole(SourceRange line) {
    return view(line, line.start(), line.end());
  }

  /**
   * @param around a part of the line, as much of which is shown as fits
   */
  static LineView around(SourceRange line, SourceRange around) {
    int latest = Math.max(line.start(), line.end() - LONGEST);
    int from = Math.min(Math.max(line.start(), around.start() - BEFORE), latest);
    return view(line, from, Math.min(line.end(), from + LONGEST));
  }

  private static LineView view(SourceRange line, int wantedFrom, int wantedTo) {
    String source = line.file().text();
    int from = wantedFrom - (splitsCharacter(source, wantedFrom) ? 1 : 0);
    int to = wantedTo + (splitsCharacter(source, wantedTo) ? 1 : 0);
    StringBuilder out = new StringBuilder(from > line.start() ? CUT : "");
    int[] columns = new int[to - from + 1];
    int column = out.length();
    for (int i = from; i < to; i += Character.charCount(source.codePointAt(i))) {
      int codePoint = source.codePointAt(i);
      columns[i - from] = column;
      int width = append(codePoint, column, out);
      column += width;
    }
    columns[to - from] = column;
    return new LineView(from, to, columns, out.append(to < line.end() ? CUT : "").toString());
  }

  private static boolean splitsCharacter(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  /** Returns how many columns it takes. */
  private static int append(int codePoint, int column, StringBuilder out) {
    if (codePoint == '\t') {
      int width = TAB_STOP - column % TAB_STOP;
      out.append("→").append(" ".repeat(width - 1));
      return width;
    }
    String visible = VisibleText.of(codePoint);
    out.append(visible);
    boolean itself = visible.codePointAt(0) == codePoint;
    return itself ? CharacterWidth.of(codePoint) : visible.length();
  }

  String text() {
    return text.stripTrailing();
  }

  /** The columns before the first character of a range, as far as it is shown. */
  int columnsBefore(SourceRange range) {
    return columns[clamp(range.start()) - from];
  }

  /** The columns that a range takes, as far as it is shown; a point takes one. */
  int width(SourceRange range) {
    return Math.max(1, columns[clamp(range.end()) - from] - columnsBefore(range));
  }

  private int clamp(int offset) {
    return Math.min(Math.max(offset, from), to);
  }
}
