package dev.strake.check.upgrade;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Upgrade.Drain;

/**
 * Upgrades that delete pods instead of evicting them, so that no PodDisruptionBudget holds: all
 * members of a database may go at once.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/">Kubernetes:
 *     API-initiated eviction</a>
 */
final class IgnoredBudgets implements SpecCheck {

  static final Code IGNORED_BUDGETS = Code.warning("spec/ignored-budgets");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Drain drain = cluster.spec().spec().upgrade().drain();
    if (drain.disableEviction()) {
      sink.report(
          cluster
              .origins()
              .of(drain, Drain::disableEviction)
              .finding(IGNORED_BUDGETS, "upgrades would ignore every PodDisruptionBudget")
              .withHelp(
                  "write disableEviction: false, and delete by hand the one pod that holds an"
                      + " upgrade up"));
    }
  }
}
