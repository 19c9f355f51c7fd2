package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import java.util.List;

/**
 * All that a report says.
 *
 * @param diagnostics in {@link Diagnostic#ORDER}, whatever order they are given in
 */
public record Findings(List<Diagnostic> diagnostics, Summary summary) {

  public Findings {
    diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).toList();
  }

  /** Counts the findings; what was looked at is for the caller to tell. */
  public static Findings of(List<Diagnostic> diagnostics, Coverage coverage) {
    return new Findings(diagnostics, Summary.of(diagnostics, coverage));
  }
}
