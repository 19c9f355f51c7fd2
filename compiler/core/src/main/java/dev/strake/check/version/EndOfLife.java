package dev.strake.check.version;

import dev.strake.check.DatedCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.time.LocalDate;

/**
 * A release whose support has ended, or ends so soon that its successor should be planned. Never an
 * error: a cluster does not stop working on that day, and a repository that could not be compiled
 * any more would be one that could not be upgraded either.
 *
 * @see <a href="https://kubernetes.io/releases/patch-releases/#support-period">Kubernetes: support
 *     period</a>
 */
final class EndOfLife implements DatedCheck {

  static final Code END_OF_LIFE = Code.warning("spec/end-of-life");
  static final Code SUPPORT_ENDING = Code.info("spec/support-ending");

  /** As long as Kubernetes' own maintenance mode, in which only severe flaws are fixed. */
  private static final int SOON_DAYS = 60;

  @Override
  public void check(ResolvedCluster cluster, LocalDate asOf, DiagnosticSink sink) {
    for (SupportedRelease release : SupportedRelease.of(cluster, asOf)) {
      if (release.end().isBefore(asOf)) {
        sink.report(
            release
                .place()
                .finding(
                    END_OF_LIFE,
                    "%s has had no support since %s".formatted(release.name(), release.end()))
                .withHelp(release.instead()));
      } else if (!release.end().isAfter(asOf.plusDays(SOON_DAYS))) {
        sink.report(
            release
                .place()
                .finding(
                    SUPPORT_ENDING,
                    "support of %s ends on %s".formatted(release.name(), release.end()))
                .withHelp(release.instead()));
      }
    }
  }
}
