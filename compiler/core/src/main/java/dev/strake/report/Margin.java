package dev.strake.report;

/** The left edge of a finding's frames: line numbers and the bar. */
final class Margin {

  private final int width;
  private final Ansi ansi;

  Margin(int largestLine, Ansi ansi) {
    this.width = Integer.toString(largestLine).length();
    this.ansi = ansi;
  }

  /** {@code -->} and the like, which lead to a place. */
  void arrow(String arrow, String place, StringBuilder out) {
    out.append(" ".repeat(width)).append(ansi.frame(arrow)).append(' ').append(place).append('\n');
  }

  void empty(StringBuilder out) {
    out.append(" ".repeat(width + 1)).append(ansi.frame("|")).append('\n');
  }

  void plain(String text, StringBuilder out) {
    out.append(" ".repeat(width + 1)).append(ansi.frame("|")).append(' ').append(text).append('\n');
  }

  void numbered(int line, String text, StringBuilder out) {
    String number = Integer.toString(line);
    out.append(" ".repeat(width - number.length())).append(ansi.frame(number + " |"));
    out.append(text.isEmpty() ? "" : " " + text).append('\n');
  }

  void elision(StringBuilder out) {
    out.append(ansi.frame("...")).append('\n');
  }

  void note(String title, String text, StringBuilder out) {
    out.append(" ".repeat(width + 1)).append(ansi.frame("=")).append(' ');
    out.append(ansi.strong(title + ":")).append(' ').append(text).append('\n');
  }
}
