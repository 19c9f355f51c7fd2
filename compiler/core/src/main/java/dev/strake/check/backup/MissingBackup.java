package dev.strake.check.backup;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.EtcdBackup;
import dev.strake.spec.Upgrade;
import dev.strake.spec.Upgrade.PreUpgradeBackup;

/**
 * Several control planes, and nobody said whether their state is saved; or an upgrade that is asked
 * to begin with a backup of which nothing is known. Members of etcd replace a failed machine, not
 * what somebody has deleted.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#backing-up-an-etcd-cluster">Kubernetes:
 *     backing up an etcd cluster</a>
 */
final class MissingBackup implements SpecCheck {

  static final Code NO_ETCD_BACKUP = Code.warning("spec/no-etcd-backup");
  static final Code UPGRADE_WITHOUT_BACKUP = Code.error("spec/upgrade-without-backup");

  private static final int PRODUCTION = 3;
  private static final String TIMER =
      "write backup.etcd: {type: SystemdTimer, schedule: daily, upload: ...}, or ";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    Upgrade upgrade = spec.upgrade();
    EtcdBackup etcd = spec.backup().etcd();
    boolean demanded =
        upgrade.preUpgradeBackup() == PreUpgradeBackup.Required
            && cluster.origins().isWritten(upgrade, Upgrade::preUpgradeBackup);
    if (demanded && Timer.of(cluster).isEmpty()) {
      sink.report(
          cluster
              .origins()
              .of(upgrade, Upgrade::preUpgradeBackup)
              .finding(
                  UPGRADE_WITHOUT_BACKUP,
                  "an upgrade shall begin with a backup of etcd, and backup.etcd describes none")
              .withHelp(TIMER + "preUpgradeBackup: Skipped"));
    } else if (etcd == null
        && spec.controlPlane().etcd().local() != null
        && cluster.controlPlaneNodes().count() >= PRODUCTION) {
      sink.report(
          cluster
              .origins()
              .of(spec.controlPlane().etcd())
              .finding(
                  NO_ETCD_BACKUP,
                  "etcd is never saved: its members bear the loss of a machine, not that of data")
              .withHelp(TIMER + "backup.etcd: {type: None} if somebody else saves it"));
    }
  }
}
