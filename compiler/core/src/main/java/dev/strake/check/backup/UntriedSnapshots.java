package dev.strake.check.backup;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.EtcdBackup.SystemdTimer;

/**
 * Snapshots that nobody has ever looked at. A file of the right name is no backup.
 *
 * @see <a href="https://etcd.io/docs/v3.6/op-guide/recovery/#snapshotting-the-keyspace">etcd:
 *     disaster recovery</a>
 */
final class UntriedSnapshots implements SpecCheck {

  static final Code UNTRIED_SNAPSHOTS = Code.warning("spec/untried-snapshots");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Timer.of(cluster)
        .filter(timer -> timer.verify().isEmpty())
        .ifPresent(
            timer ->
                sink.report(
                    cluster
                        .origins()
                        .of(timer, SystemdTimer::verify)
                        .finding(
                            UNTRIED_SNAPSHOTS,
                            "no snapshot is tried: a broken one is noticed when it is needed")
                        .withHelp("write verify: [snapshot-status, restore-dry-run]")));
  }
}
