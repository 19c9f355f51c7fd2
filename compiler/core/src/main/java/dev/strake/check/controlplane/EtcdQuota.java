package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Etcd;
import dev.strake.spec.Origin;

/**
 * A quota that etcd itself warns of, or one that is below its default, most likely by a digit.
 *
 * @see <a href="https://etcd.io/docs/v3.6/dev-guide/limit/#storage-size-limit">etcd: storage size
 *     limit</a>
 */
final class EtcdQuota implements SpecCheck {

  static final Code ETCD_QUOTA = Code.warning("spec/etcd-quota");

  private static final long GIB = 1L << 30;
  private static final long DEFAULT = 2 * GIB;
  private static final long LARGEST = 8 * GIB;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Etcd.Local local = cluster.spec().spec().controlPlane().etcd().local();
    if (local == null || local.quotaBackendBytes() == null) {
      return;
    }
    long quota = local.quotaBackendBytes();
    Origin place = cluster.origins().of(local, Etcd.Local::quotaBackendBytes);
    if (quota > LARGEST) {
      sink.report(finding(place, "%s bytes are more than the 8 GiB that etcd is made for", quota));
    } else if (quota > 0 && quota < DEFAULT) {
      sink.report(finding(place, "%s bytes are less than etcd's default of 2 GiB", quota));
    }
  }

  private static Diagnostic finding(Origin place, String message, long quota) {
    return place
        .finding(ETCD_QUOTA, message.formatted(quota))
        .withHelp("write %s for 8 GiB, or %s for 4".formatted(LARGEST, LARGEST / 2));
  }
}
