package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.Origins;
import dev.strake.spec.Taint;
import dev.strake.value.LabelKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two taints of one key and effect in one list. The API server refuses such a node, so the machine
 * never joins. A node's own taint replaces its pool's, and is none of these.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateNodeTaints</a>
 */
final class DuplicateTaint implements SpecCheck {

  static final Code DUPLICATE_TAINT = Code.error("spec/duplicate-taint");

  private record Identity(LabelKey key, Taint.Effect effect) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ResolvedPool pool : cluster.pools()) {
      PoolTaint.lists(pool).forEach(taints -> check(taints, cluster.origins(), sink));
    }
  }

  private static void check(List<Taint> taints, Origins origins, DiagnosticSink sink) {
    Map<Identity, Taint> seen = new HashMap<>();
    for (Taint taint : taints) {
      Taint first = seen.putIfAbsent(new Identity(taint.key(), taint.effect()), taint);
      if (first != null) {
        sink.report(
            origins
                .of(taint, Taint::key)
                .finding(
                    DUPLICATE_TAINT,
                    "the taint %s:%s stands in the list twice"
                        .formatted(taint.key(), taint.effect()))
                .withRelated(origins.of(first, Taint::key).range(), "the first one")
                .withHelp("leave one of them out, or give it another key or effect"));
      }
    }
  }
}
