package dev.strake;

import dev.strake.baseline.Baseline;
import dev.strake.bundle.Bundle;
import dev.strake.bundle.BundleWriter;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.report.Findings;
import dev.strake.report.Fingerprint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

  /** With only those findings that an earlier compilation did not have. */
  public Compilation since(Compilation earlier) {
    return new Compilation(bundles, findings.since(earlier.findings));
  }

  /**
   * Without those findings that a baseline knows, and with what of it is of no use.
   *
   * @param sought as for {@link Baseline#apply}
   */
  public Compilation without(Baseline known, Predicate<Fingerprint> sought) {
    return new Compilation(bundles, known.apply(findings, sought));
  }

  /** With further findings, such as those about the change that led here. */
  public Compilation with(List<Diagnostic> more) {
    return new Compilation(bundles, findings.with(more));
  }

  /**
   * Writes every bundle, whatever the findings are: whether they forbid it is for the caller to
   * say.
   *
   * @param out as for {@link BundleWriter#write}
   * @return the same compilation with what writing found among its findings
   */
  public Compilation write(Path out) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Bundle bundle : bundles) {
      diagnostics.addAll(BundleWriter.write(bundle, out));
    }
    return with(diagnostics);
  }
}
