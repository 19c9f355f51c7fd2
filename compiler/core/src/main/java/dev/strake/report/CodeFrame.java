package dev.strake.report;

import dev.strake.diagnostic.Severity;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of one file that a finding is about, with what is guilty underlined. */
final class CodeFrame {

  private final SourceFile file;
  private final TreeMap<Integer, List<Mark>> marksByLine = new TreeMap<>();

  /** A frame for marks of one file; each keeps its order in its line. */
  CodeFrame(SourceFile file) {
    this.file = file;
  }

  void add(SourceRange range, boolean primary, String label) {
    for (Mark mark : Mark.of(range, primary, VisibleText.of(label))) {
      marksByLine.computeIfAbsent(mark.line(), line -> new ArrayList<>()).add(mark);
    }
  }

  /** The largest line number decides how wide the margin of all of a finding's frames is. */
  int lastLine() {
    return marksByLine.lastKey();
  }

  void render(Margin margin, Severity severity, Ansi ansi, StringBuilder out) {
    int previous = 0;
    for (var entry : marksByLine.entrySet()) {
      int line = entry.getKey();
      if (previous > 0) {
        renderGap(previous, line, margin, out);
      }
      renderLine(line, entry.getValue(), margin, severity, ansi, out);
      previous = line;
    }
  }

  /** One line in between is shown, more are left out. */
  private void renderGap(int previous, int next, Margin margin, StringBuilder out) {
    if (next == previous + 2) {
      SourceRange line = file.line(previous + 1);
      LineView view =
          LineView.isLong(line)
              ? LineView.around(line, file.range(line.start(), line.start()))
              : LineView.whole(line);
      margin.numbered(previous + 1, view.text(), out);
    } else if (next > previous + 2) {
      margin.elision(out);
    }
  }

  private void renderLine(
      int number,
      List<Mark> marks,
      Margin margin,
      Severity severity,
      Ansi ansi,
      StringBuilder out) {
    SourceRange line = file.line(number);
    @Nullable LineView whole = LineView.isLong(line) ? null : LineView.whole(line);
    if (whole != null) {
      margin.numbered(number, whole.text(), out);
    }
    for (Mark mark : marks) {
      @Nullable LineView view = whole;
      if (view == null) {
        view = LineView.around(line, mark.range());
        margin.numbered(number, view.text(), out);
      }
      margin.plain(underline(view, mark, severity, ansi), out);
    }
  }

  private static String underline(LineView view, Mark mark, Severity severity, Ansi ansi) {
    String sign = mark.primary() ? "^" : "-";
    String line = sign.repeat(view.width(mark.range()));
    String labelled = mark.label().isEmpty() ? line : line + " " + mark.label();
    String painted = mark.primary() ? ansi.severity(severity, labelled) : ansi.frame(labelled);
    return " ".repeat(view.columnsBefore(mark.range())) + painted;
  }
}
