package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Etcd;
import dev.strake.value.AbsolutePath;
import java.util.List;

/**
 * A directory for etcd's data that is emptied when the machine starts, or by a timer.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/file-hierarchy.html">file-hierarchy:
 *     /tmp, /run and /var/tmp</a>
 */
final class EtcdDataDir implements SpecCheck {

  static final Code ETCD_DATA_DIR = Code.error("spec/etcd-data-dir");

  private static final List<String> EMPTIED =
      List.of("/tmp", "/var/tmp", "/run", "/var/run", "/dev");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Etcd.Local local = cluster.spec().spec().controlPlane().etcd().local();
    AbsolutePath directory = local == null ? null : local.dataDir();
    if (local == null || directory == null) {
      return;
    }
    EMPTIED.stream()
        .filter(emptied -> (directory.text() + "/").startsWith(emptied + "/"))
        .findFirst()
        .ifPresent(
            emptied ->
                sink.report(
                    cluster
                        .origins()
                        .of(local, Etcd.Local::dataDir)
                        .finding(
                            ETCD_DATA_DIR,
                            "what is in %s does not last, and etcd's data would be in it"
                                .formatted(emptied))
                        .withHelp("write /var/lib/etcd, or leave it out")));
  }
}
