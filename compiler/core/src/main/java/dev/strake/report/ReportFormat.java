package dev.strake.report;

import java.util.List;

/** One way to write a report. Same findings, same text: nothing else is looked at. */
public interface ReportFormat {

  /** What {@code --format} calls it. */
  String id();

  /** Endings of files that hold nothing else, such as {@code .sarif}; may be none. */
  List<String> fileEndings();

  /** The whole report, with a line break at its end. */
  String render(Findings findings, ReportSettings settings);
}
