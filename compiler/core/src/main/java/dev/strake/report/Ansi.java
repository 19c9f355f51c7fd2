package dev.strake.report;

import dev.strake.diagnostic.Severity;

/** Whether a report is coloured. Whoever owns the terminal decides, never this package. */
public enum Ansi {
  OFF,
  ON;

  private static final String RESET = "\u001b[0m";

  String strong(String text) {
    return paint("\u001b[1m", text);
  }

  /** For what frames the user's text. */
  String frame(String text) {
    return paint("\u001b[1;34m", text);
  }

  String severity(Severity severity, String text) {
    return paint(
        switch (severity) {
          case ERROR -> "\u001b[1;31m";
          case WARNING -> "\u001b[1;33m";
          case INFO -> "\u001b[1;36m";
        },
        text);
  }

  private String paint(String style, String text) {
    return this == OFF || text.isEmpty() ? text : style + text + RESET;
  }
}
