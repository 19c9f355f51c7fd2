package dev.strake.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last lines of a terminal, painted over again and again, while a log goes on above them.
 * Without colours, so that there is none to switch off.
 */
final class TerminalScreen {

  /**
   * Set by the launcher, {@code 120x40}, if standard error is a terminal that can go back: Java
   * cannot ask.
   */
  private static final String SIZE = "strake.terminal";

  private static final Pattern COLUMNS_AND_ROWS = Pattern.compile("([0-9]{1,4})x([0-9]{1,4})");
  private static final int NARROWEST = 20;
  private static final int LOWEST = 4;

  private static final String ESCAPE = "\u001b[";
  private static final String ERASE_BELOW = ESCAPE + "J";

  private final PrintWriter terminal;
  private final int columns;
  private final int rows;
  private int painted;

  private TerminalScreen(PrintWriter terminal, int columns, int rows) {
    this.terminal = terminal;
    this.columns = columns;
    this.rows = rows;
  }

  /** The terminal behind standard error; empty if there is none, or none that one can paint on. */
  static Optional<TerminalScreen> ofStandardError(PrintWriter err) {
    return of(err, System.getProperty(SIZE, ""));
  }

  /**
   * @param size {@code 120x40}
   */
  static Optional<TerminalScreen> of(PrintWriter terminal, String size) {
    Matcher parts = COLUMNS_AND_ROWS.matcher(size);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int columns = Integer.parseInt(parts.group(1));
    int rows = Integer.parseInt(parts.group(2));
    return columns < NARROWEST || rows < LOWEST
        ? Optional.empty()
        : Optional.of(new TerminalScreen(terminal, columns, rows));
  }

  /** What a line may fill without the terminal's breaking it. */
  int columns() {
    return columns - 1;
  }

  /** How many lines can be painted over: the cursor stands below them. */
  int rows() {
    return rows - 1;
  }

  /** In the place of what was painted before. */
  void paint(List<String> lines) {
    StringBuilder out = new StringBuilder(back());
    lines.forEach(line -> out.append(line).append('\n'));
    painted = lines.size();
    print(out.toString());
  }

  /** Takes away what was painted. */
  void clear() {
    if (painted > 0) {
      print(back());
      painted = 0;
    }
  }

  private String back() {
    return painted == 0 ? "" : ESCAPE + painted + "A\r" + ERASE_BELOW;
  }

  private void print(String text) {
    terminal.print(text);
    terminal.flush();
  }
}
