package dev.strake;

import dev.strake.bundle.Bundle;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import java.util.List;

/**
 * What became of a request.
 *
 * @param bundles one for each cluster without errors, by the cluster's name
 * @param diagnostics sorted by place
 * @param coverage what was looked at
 */
public record Compilation(List<Bundle> bundles, List<Diagnostic> diagnostics, Coverage coverage) {

  public Compilation {
    bundles = List.copyOf(bundles);
    diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).distinct().toList();
  }

  /** Whether any finding weighs at least as much as a threshold. */
  public boolean hasFindings(Severity threshold) {
    return diagnostics.stream().anyMatch(d -> d.severity().atLeast(threshold));
  }
}
