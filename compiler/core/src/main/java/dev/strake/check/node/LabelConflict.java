package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.Node;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One label with two values on one node: among labels and managedLabels, or as a zone and a
 * failureDomain. The kubelet registers the node with one, the API then applies the other. That a
 * node's label replaces its pool's is no conflict.
 */
final class LabelConflict implements SpecCheck {

  static final Code LABEL_CONFLICT = Code.warning("spec/label-conflict");

  private static final LabelKey ZONE = new LabelKey("topology.kubernetes.io/zone");

  /**
   * @param where it was written: {@code labels}
   */
  private record Value(LabelKey key, LabelValue value, String where, Origin origin) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ResolvedPool pool : cluster.pools()) {
      List<PoolLabel> labels = PoolLabel.of(pool, cluster.origins());
      checkManaged(labels, sink);
      labels.stream()
          .filter(label -> label.key().equals(ZONE))
          .forEach(zone -> checkDomains(zone, cluster.origins(), sink));
    }
  }

  private static void checkManaged(List<PoolLabel> labels, DiagnosticSink sink) {
    Map<LabelKey, Value> managed = new HashMap<>();
    for (PoolLabel label : labels) {
      if (!label.byKubelet()) {
        managed.put(label.key(), value(label));
      }
    }
    for (PoolLabel label : labels) {
      if (label.byKubelet()) {
        compare(value(label), managed.get(label.key()), sink);
      }
    }
  }

  private static Value value(PoolLabel label) {
    String where = label.byKubelet() ? "labels" : "managedLabels";
    return new Value(label.key(), label.value(), where, label.origin());
  }

  /** A node's zone is its own affair, a template's that of the nodes that do not replace it. */
  private static void checkDomains(PoolLabel zone, Origins origins, DiagnosticSink sink) {
    List<ResolvedNode> nodes = zone.node() == null ? zone.pool().nodes() : List.of(zone.node());
    for (ResolvedNode resolved : nodes) {
      Node node = resolved.node();
      LabelValue domain = node.failureDomain();
      if (domain != null && !isReplaced(zone, node)) {
        Origin origin = origins.of(node, Node::failureDomain);
        compare(value(zone), new Value(ZONE, domain, "failureDomain", origin), sink);
      }
    }
  }

  private static boolean isReplaced(PoolLabel zone, Node node) {
    return zone.node() == null && zone.byKubelet() && node.labels().containsKey(ZONE);
  }

  private static void compare(Value one, @Nullable Value other, DiagnosticSink sink) {
    if (other == null || one.value.equals(other.value)) {
      return;
    }
    boolean later = one.origin.range().compareTo(other.origin.range()) > 0;
    Value guilty = later ? one : other;
    Value first = later ? other : one;
    sink.report(
        guilty
            .origin
            .finding(
                LABEL_CONFLICT,
                "%s says %s for the label %s, and %s says %s"
                    .formatted(guilty.where, guilty.value, guilty.key, first.where, first.value))
            .withRelated(first.origin.range(), "the other value")
            .withHelp("write one of them"));
  }
}
