package dev.strake;

import dev.strake.bundle.Bundle;
import dev.strake.diagnostic.Severity;
import dev.strake.report.Findings;
import java.util.List;

/**
 * What became of a request.
 *
 * @param bundles of the clusters whose spec has no errors, by name
 * @param findings all of them, and what was looked at
 */
public record Compilation(List<Bundle> bundles, Findings findings) {

  public Compilation {
    bundles = List.copyOf(bundles);
  }

  /** Whether any finding weighs at least as much as a threshold. */
  public boolean hasFindings(Severity threshold) {
    return findings.diagnostics().stream().anyMatch(d -> d.severity().atLeast(threshold));
  }
}
