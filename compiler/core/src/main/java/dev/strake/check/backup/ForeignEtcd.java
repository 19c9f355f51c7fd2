package dev.strake.check.backup;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Backup;
import dev.strake.spec.Etcd;

/**
 * A timer on the machines that run etcd, where these are not the cluster's: nobody sets it up, and
 * everybody believes that there are snapshots.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/ha-topology/#external-etcd-topology">Kubernetes:
 *     external etcd topology</a>
 */
final class ForeignEtcd implements SpecCheck {

  static final Code FOREIGN_ETCD = Code.error("spec/foreign-etcd");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Etcd.External external = cluster.spec().spec().controlPlane().etcd().external();
    if (external == null || Timer.of(cluster).isEmpty()) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(cluster.spec().spec().backup(), Backup::etcd)
            .finding(
                FOREIGN_ETCD,
                "etcd runs on machines that are not of this cluster: no timer is set up there")
            .withRelated(cluster.origins().of(external).range(), "external")
            .withHelp("write etcd: {type: None}, and see that whoever runs etcd saves it"));
  }
}
