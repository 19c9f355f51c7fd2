package dev.strake.report;

/** One way to write a report. Same findings, same text: nothing else is looked at. */
public interface ReportFormat {

  /** What {@code --format} calls it. */
  String id();

  /**
   * The whole report, with a line break at its end.
   *
   * @param ansi whether colours are wanted; formats for machines have none in any case
   */
  String render(Findings findings, Ansi ansi);
}
