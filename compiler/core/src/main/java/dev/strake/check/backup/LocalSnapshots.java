package dev.strake.check.backup;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Backup;
import dev.strake.spec.EtcdBackup.SystemdTimer;
import java.util.List;

/**
 * Snapshots that stay on the machine whose loss they are for. Folders where other machines' disks
 * are usually mounted count as elsewhere.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#backing-up-an-etcd-cluster">Kubernetes:
 *     backing up an etcd cluster</a>
 */
final class LocalSnapshots implements SpecCheck {

  static final Code LOCAL_SNAPSHOTS = Code.warning("spec/local-snapshots");

  private static final List<String> MOUNTS = List.of("/mnt/", "/media/", "/net/");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Timer.of(cluster)
        .filter(timer -> timer.upload() == null && !isMount(timer))
        .ifPresent(
            timer ->
                sink.report(
                    cluster
                        .origins()
                        .of(cluster.spec().spec().backup(), Backup::etcd)
                        .finding(
                            LOCAL_SNAPSHOTS,
                            "snapshots stay in %s on the machines, and are lost with them"
                                .formatted(timer.directory()))
                        .withHelp(
                            "write upload: {type: S3, bucket: %s-etcd, credentialsRef: {name:"
                                    .formatted(cluster.name())
                                + " backup, key: s3}}, with encryption")));
  }

  private static boolean isMount(SystemdTimer timer) {
    return MOUNTS.stream().anyMatch(timer.directory().text()::startsWith);
  }
}
