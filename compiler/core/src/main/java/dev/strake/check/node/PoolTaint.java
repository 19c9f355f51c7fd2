package dev.strake.check.node;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.Node;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Taint;
import java.util.List;
import java.util.stream.Stream;

/** A taint as it was written, on a pool's template or on one of its nodes. */
record PoolTaint(ResolvedPool pool, Taint taint, Origin origin) {

  /** All taints; one that a template inherits by every heir, at the place of the parent. */
  static Stream<PoolTaint> of(ResolvedCluster cluster) {
    return cluster.pools().stream()
        .flatMap(
            pool ->
                lists(pool).flatMap(List::stream).map(taint -> of(pool, taint, cluster.origins())));
  }

  private static PoolTaint of(ResolvedPool pool, Taint taint, Origins origins) {
    return new PoolTaint(pool, taint, origins.of(taint, Taint::key));
  }

  /** Each list of taints that was written for the pool: the template's, and those of its nodes. */
  static Stream<List<Taint>> lists(ResolvedPool pool) {
    NodeTemplate template = pool.template();
    Stream<List<Taint>> ofNodes =
        pool.nodes().stream().map(ResolvedNode::node).map(Node::taints).filter(t -> !t.isEmpty());
    return template.taints() == null
        ? ofNodes
        : Stream.concat(Stream.of(template.taints()), ofNodes);
  }
}
