package dev.strake.check.node;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.Node;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A label as it was written, on a pool's template or on one of its nodes.
 *
 * @param byKubelet whether the kubelet shall set it on its own node, rather than the API
 * @param node whose it is; null for a whole pool's
 */
record PoolLabel(
    ResolvedPool pool,
    @Nullable ResolvedNode node,
    LabelKey key,
    LabelValue value,
    boolean byKubelet,
    Origin origin) {

  /** All labels, those that a template inherits too: by every heir, at the place of the parent. */
  static List<PoolLabel> of(ResolvedCluster cluster) {
    return cluster.pools().stream().flatMap(pool -> of(pool, cluster.origins()).stream()).toList();
  }

  /** A pool's labels, those of its template first. */
  static List<PoolLabel> of(ResolvedPool pool, Origins origins) {
    List<PoolLabel> all = new ArrayList<>();
    addTemplate(pool, NodeTemplate::labels, true, origins, all);
    addTemplate(pool, NodeTemplate::managedLabels, false, origins, all);
    for (ResolvedNode node : pool.nodes()) {
      addNode(pool, node, origins, all);
    }
    return all;
  }

  private static void addTemplate(
      ResolvedPool pool,
      Origins.Field<NodeTemplate, ? extends Map<LabelKey, LabelValue>> field,
      boolean byKubelet,
      Origins origins,
      List<PoolLabel> all) {
    NodeTemplate template = pool.template();
    field
        .apply(template)
        .forEach(
            (key, value) -> {
              Origin origin = origins.ofEntry(template, field, key);
              all.add(new PoolLabel(pool, null, key, value, byKubelet, origin));
            });
  }

  private static void addNode(
      ResolvedPool pool, ResolvedNode node, Origins origins, List<PoolLabel> all) {
    Node written = node.node();
    written
        .labels()
        .forEach(
            (key, value) -> {
              Origin origin = origins.ofEntry(written, Node::labels, key);
              all.add(new PoolLabel(pool, node, key, value, true, origin));
            });
  }
}
