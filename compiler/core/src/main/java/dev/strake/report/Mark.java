package dev.strake.report;

import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/**
 * What is underlined in one line of a frame.
 *
 * @param line 1-based
 * @param range inside that line
 * @param primary whether it is what the finding is about, else a related place
 * @param label stands behind the underline; may be empty
 */
record Mark(int line, SourceRange range, boolean primary, String label) {

  // A range of more lines shows its first and its last.
  private static final int MOST_LINES = 4;

  /** The marks of a range, one a line, the label at the last. */
  static List<Mark> of(SourceRange range, boolean primary, String label) {
    int first = range.startPosition().line();
    int last = lastLine(range);
    List<Mark> marks = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      boolean shown = last - first < MOST_LINES || line == first || line == last;
      SourceRange part = line == first ? part(range, line) : withoutIndent(part(range, line));
      boolean blank = line != first && line != last && part.start() == part.end();
      if (shown && !blank) {
        marks.add(new Mark(line, part, primary, line == last ? label : ""));
      } else if (!shown) {
        line = last - 1;
      }
    }
    return marks;
  }

  /** A range that ends at the beginning of a line does not touch that line. */
  static int lastLine(SourceRange range) {
    int first = range.startPosition().line();
    int last = range.endPosition().line();
    boolean untouched = last > first && range.end() == range.file().line(last).start();
    return untouched ? last - 1 : last;
  }

  /** An offset inside a line break stands for the end of its line. */
  private static SourceRange part(SourceRange range, int number) {
    SourceRange line = range.file().line(number);
    int start = Math.min(Math.max(range.start(), line.start()), line.end());
    return range.file().range(start, Math.max(start, Math.min(range.end(), line.end())));
  }

  private static SourceRange withoutIndent(SourceRange range) {
    String text = range.file().text();
    int start = range.start();
    while (start < range.end() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return range.file().range(start, range.end());
  }
}
