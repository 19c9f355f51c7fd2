package dev.strake.report;

import java.util.StringJoiner;

/** A summary in one line, for people. */
final class SummaryLine {

  private SummaryLine() {}

  static String of(Summary summary) {
    Coverage coverage = summary.coverage();
    StringJoiner found = new StringJoiner(", ").setEmptyValue("No findings");
    add(summary.errors(), "error", found);
    add(summary.warnings(), "warning", found);
    add(summary.infos(), "info", found);
    StringJoiner seen = new StringJoiner(", ", " in ", "").setEmptyValue(" in 0 files");
    add(coverage.files(), "file", seen);
    add(coverage.documents(), "document", seen);
    add(coverage.objects(), "object", seen);
    add(coverage.clusters(), "cluster", seen);
    StringBuilder line = new StringBuilder().append(found).append(seen);
    aside(coverage.notChecked(), " not checked", line);
    aside(summary.suppressed(), " suppressed", line);
    aside(summary.known(), " known from the baseline", line);
    String files = coverage.ignored() == 1 ? " file" : " files";
    aside(coverage.ignored(), files + " left out by .strakeignore", line);
    return line.toString();
  }

  private static void aside(int count, String what, StringBuilder line) {
    if (count > 0) {
      line.append("; ").append(count).append(what);
    }
  }

  private static void add(int count, String what, StringJoiner to) {
    if (count > 0) {
      to.add(count + " " + what + (count == 1 ? "" : "s"));
    }
  }
}
