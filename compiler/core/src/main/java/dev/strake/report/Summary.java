package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import java.util.List;

/** A report in numbers. */
public record Summary(Coverage coverage, int errors, int warnings, int infos) {

  static Summary of(List<Diagnostic> diagnostics, Coverage coverage) {
    return new Summary(
        coverage,
        count(diagnostics, Severity.ERROR),
        count(diagnostics, Severity.WARNING),
        count(diagnostics, Severity.INFO));
  }

  private static int count(List<Diagnostic> diagnostics, Severity severity) {
    return (int) diagnostics.stream().filter(d -> d.severity() == severity).count();
  }
}
