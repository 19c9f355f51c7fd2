package dev.strake;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Suppressed;
import dev.strake.report.Coverage;
import dev.strake.report.Findings;
import java.util.ArrayList;
import java.util.List;

/** All that the steps of a compilation find, in the order in which they find it. */
final class Collected implements DiagnosticSink {

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Suppressed> suppressed = new ArrayList<>();

  @Override
  public void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  @Override
  public void suppressed(Suppressed finding) {
    suppressed.add(finding);
  }

  Findings findings(Coverage coverage) {
    return Findings.of(diagnostics, suppressed, coverage);
  }
}
