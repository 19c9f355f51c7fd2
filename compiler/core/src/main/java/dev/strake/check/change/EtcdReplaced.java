package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Etcd;
import java.util.Collections;

/**
 * Endpoints of an external etcd of which none was there before. Members may be exchanged one after
 * the other; all at once they are another etcd, and an empty one unless it was restored.
 *
 * @see <a
 *     href="https://etcd.io/docs/v3.6/op-guide/runtime-configuration/#cluster-reconfiguration-operations">etcd:
 *     cluster reconfiguration operations</a>
 */
final class EtcdReplaced implements ChangeCheck {

  static final Code ETCD_REPLACED = Code.warning("spec/etcd-replaced");

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    Etcd.External was = before.spec().spec().controlPlane().etcd().external();
    Etcd.External becomes = after.spec().spec().controlPlane().etcd().external();
    if (was == null
        || becomes == null
        || !Collections.disjoint(was.endpoints(), becomes.endpoints())) {
      return;
    }
    sink.report(
        after
            .origins()
            .of(becomes, Etcd.External::endpoints)
            .finding(
                ETCD_REPLACED,
                "none of the endpoints was there before: this is another etcd, with other data")
            .withRelated(before.origins().of(was, Etcd.External::endpoints).range(), "as it was")
            .withHelp(
                "exchange members one after the other and keep %s for now, or restore a snapshot"
                    .formatted(was.endpoints().get(0))));
  }
}
