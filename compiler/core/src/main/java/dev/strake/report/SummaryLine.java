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
    String missed = coverage.notChecked() == 0 ? "" : "; " + coverage.notChecked() + " not checked";
    String ignored = coverage.ignored() == 0 ? "" : "; " + ignored(coverage.ignored());
    return found.toString() + seen + missed + ignored;
  }

  private static String ignored(int files) {
    return files + (files == 1 ? " file" : " files") + " left out by .strakeignore";
  }

  private static void add(int count, String what, StringJoiner to) {
    if (count > 0) {
      to.add(count + " " + what + (count == 1 ? "" : "s"));
    }
  }
}
