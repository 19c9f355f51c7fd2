package dev.strake.report;

import dev.strake.diagnostic.Severity;
import dev.strake.difference.FileChange;

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

  String change(FileChange.Kind kind, String text) {
    return paint(
        switch (kind) {
          case ADDED -> "\u001b[32m";
          case REMOVED -> "\u001b[31m";
          case CHANGED -> "\u001b[33m";
        },
        text);
  }

  private String paint(String style, String text) {
    return this == OFF || text.isEmpty() ? text : style + text + RESET;
  }
}
