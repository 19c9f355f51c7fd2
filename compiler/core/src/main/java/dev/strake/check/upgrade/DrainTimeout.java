package dev.strake.check.upgrade;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origin;
import dev.strake.spec.Upgrade.Drain;
import java.time.Duration;

/**
 * An upgrade that waits for ever for a pod that nothing may evict, or hardly at all.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubectl/generated/kubectl_drain/">kubectl
 *     drain: --timeout, where zero means infinite</a>
 */
final class DrainTimeout implements SpecCheck {

  static final Code DRAIN_TIMEOUT = Code.warning("spec/drain-timeout");

  /** What a pod gets to end unless it says otherwise: terminationGracePeriodSeconds. */
  private static final Duration SHORTEST = Duration.ofSeconds(30);

  private static final String HELP = "write timeout: 10m";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Drain drain = cluster.spec().spec().upgrade().drain();
    Origin place = cluster.origins().of(drain, Drain::timeout);
    Duration timeout = drain.timeout().toDuration();
    if (timeout.isNegative()) {
      sink.report(
          place
              .finding(DRAIN_TIMEOUT, "a time before now is no timeout")
              .withSeverity(Severity.ERROR)
              .withHelp(HELP));
    } else if (timeout.isZero()) {
      sink.report(
          place
              .finding(
                  DRAIN_TIMEOUT,
                  "0 means no end: one pod that may not be evicted holds the upgrade up for ever")
              .withHelp(HELP));
    } else if (timeout.compareTo(SHORTEST) < 0) {
      sink.report(
          place
              .finding(
                  DRAIN_TIMEOUT,
                  "pods get 30s to end unless they say otherwise, and the drain gives up after "
                      + drain.timeout())
              .withHelp(HELP));
    }
  }
}
