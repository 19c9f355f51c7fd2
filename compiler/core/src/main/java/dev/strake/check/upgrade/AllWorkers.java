package dev.strake.check.upgrade;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Upgrade.Workers;

/**
 * Upgrades that empty all workers at the same time, so that their pods have nowhere to go.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade/#upgrade-worker-nodes">Kubernetes:
 *     upgrade worker nodes</a>
 */
final class AllWorkers implements SpecCheck {

  static final Code ALL_WORKERS_AWAY = Code.warning("spec/all-workers-away");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Workers workers = cluster.spec().spec().upgrade().strategy().workers();
    int machines = (int) cluster.workers().count();
    if (machines < 2 || workers.maxUnavailable().of(machines) < machines) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(workers, Workers::maxUnavailable)
            .finding(
                ALL_WORKERS_AWAY,
                "all %s workers may be away at once, and their pods have nowhere to go"
                    .formatted(machines))
            .withHelp("write maxUnavailable: " + Math.max(1, machines / 4)));
  }
}
