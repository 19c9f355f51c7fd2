package dev.strake.check.upgrade;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Upgrade.Drain;

/**
 * A drain that stops at the first pod of a DaemonSet, of which every node has some: the pod
 * network's and kube-proxy's.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubectl/generated/kubectl_drain/">kubectl
 *     drain: --ignore-daemonsets</a>
 */
final class DrainDaemonSets implements SpecCheck {

  static final Code DRAIN_DAEMON_SETS = Code.error("spec/drain-daemon-sets");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Drain drain = cluster.spec().spec().upgrade().drain();
    if (!drain.ignoreDaemonSets()) {
      sink.report(
          cluster
              .origins()
              .of(drain, Drain::ignoreDaemonSets)
              .finding(
                  DRAIN_DAEMON_SETS,
                  "every node has pods of DaemonSets, and a drain that does not ignore them refuses"
                      + " to begin")
              .withHelp("write ignoreDaemonSets: true, or leave it out"));
    }
  }
}
