package dev.strake.fix;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.fix.FixOutcome.ChangedFile;
import dev.strake.fix.FixOutcome.Left;
import dev.strake.report.HiddenLines;
import dev.strake.report.UnifiedDiff;
import dev.strake.report.VisibleText;
import dev.strake.source.Position;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a run of fixes has to say, as text. */
public final class FixReport {

  private FixReport() {}

  /** All changes as a unified diff; lines that may hold a secret are not shown. */
  public static String diff(FixOutcome outcome) {
    return outcome.files().stream().map(file -> diff(file, outcome)).collect(Collectors.joining());
  }

  private static String diff(ChangedFile file, FixOutcome outcome) {
    HiddenLines hidden = new HiddenLines(file.before(), outcome.before().diagnostics());
    return UnifiedDiff.of(file.path(), file.before().text(), file.after(), hidden::contains);
  }

  /** What was done, a line each, and what was not. */
  public static String done(FixOutcome outcome) {
    return lines("fixed", outcome) + summary("Fixed", outcome);
  }

  /** What would be done. */
  public static String preview(FixOutcome outcome) {
    return lines("would fix", outcome) + summary("Would fix", outcome);
  }

  private static String lines(String verb, FixOutcome outcome) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic finding : outcome.applied()) {
      String title = Objects.requireNonNull(finding.fix()).title();
      out.append(line(verb, finding, title));
    }
    for (Left left : outcome.left()) {
      out.append(line("left", left.finding(), left.reason()));
    }
    return out.toString();
  }

  private static String line(String verb, Diagnostic finding, String what) {
    Position start = finding.range().startPosition();
    return "%s %s:%s:%s %s: %s\n"
        .formatted(
            verb,
            VisibleText.of(finding.range().file().path()),
            start.line(),
            start.column(),
            finding.code(),
            VisibleText.of(what));
  }

  private static String summary(String verb, FixOutcome outcome) {
    int fixed = outcome.applied().size();
    if (fixed == 0) {
      return "Nothing to fix\n";
    }
    return "%s %s in %s\n"
        .formatted(verb, count(fixed, "finding"), count(outcome.files().size(), "file"));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
