package dev.strake.resolve;

import dev.strake.spec.NodeKubelet;
import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origins;
import dev.strake.value.DnsLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Templates with what they inherit: maps key by key, lists as a whole, the heir's own first. A pool
 * that inherits from nobody known, or from itself by whatever detour, keeps what it says itself.
 */
final class TemplateInheritance {

  private final Map<DnsLabel, NodePool> pools = new LinkedHashMap<>();
  private final IdentityHashMap<NodePool, NodeTemplate> done = new IdentityHashMap<>();
  private final Origins origins;

  TemplateInheritance(List<NodePool> pools, Origins origins) {
    pools.forEach(pool -> this.pools.putIfAbsent(pool.name(), pool));
    this.origins = origins;
  }

  /** The pool with everything that its template inherits. */
  NodePool complete(NodePool pool) {
    if (pool.template().inheritFrom() == null) {
      return pool;
    }
    NodePool made =
        new NodePool(pool.name(), pool.role(), pool.minimum(), template(pool), pool.nodes());
    return origins.derive(made, pool, pool);
  }

  /** Goes from heir to parent until the end, a template that is known, or the way itself. */
  private NodeTemplate template(NodePool pool) {
    List<NodePool> way = new ArrayList<>();
    Set<NodePool> onWay = Collections.newSetFromMap(new IdentityHashMap<>());
    NodePool at = pool;
    while (at != null && !done.containsKey(at) && onWay.add(at)) {
      way.add(at);
      at = at.template().inheritFrom() == null ? null : pools.get(at.template().inheritFrom());
    }
    NodeTemplate parent = at == null ? null : done.get(at);
    for (int i = way.size() - 1; i >= 0; i--) {
      NodeTemplate own = way.get(i).template();
      parent = parent == null ? own : merged(own, parent);
      done.put(way.get(i), parent);
    }
    return Objects.requireNonNull(done.get(pool));
  }

  private NodeTemplate merged(NodeTemplate child, NodeTemplate parent) {
    NodeTemplate made =
        new NodeTemplate(
            child.inheritFrom(),
            merged(child.capacity(), parent.capacity()),
            merged(child.labels(), parent.labels()),
            merged(child.managedLabels(), parent.managedLabels()),
            child.taints() == null ? parent.taints() : child.taints(),
            merged(child.kubelet(), parent.kubelet()));
    return origins.derive(made, child, parent);
  }

  private @Nullable NodeKubelet merged(@Nullable NodeKubelet child, @Nullable NodeKubelet parent) {
    if (child == null || parent == null) {
      return child == null ? parent : child;
    }
    NodeKubelet made =
        new NodeKubelet(
            merged(child.systemReserved(), parent.systemReserved()),
            merged(child.kubeReserved(), parent.kubeReserved()),
            merged(child.evictionHard(), parent.evictionHard()),
            child.maxPods() == null ? parent.maxPods() : child.maxPods(),
            child.shutdownGracePeriod() == null
                ? parent.shutdownGracePeriod()
                : child.shutdownGracePeriod(),
            child.shutdownGracePeriodCriticalPods() == null
                ? parent.shutdownGracePeriodCriticalPods()
                : child.shutdownGracePeriodCriticalPods());
    return origins.derive(made, child, parent);
  }

  /** The parent's keys first, so that an heir does not reorder what it inherits. */
  static <K, V> Map<K, V> merged(Map<K, V> child, Map<K, V> parent) {
    if (child.isEmpty()) {
      return parent;
    }
    Map<K, V> all = new LinkedHashMap<>(parent);
    all.putAll(child);
    return Collections.unmodifiableMap(all);
  }
}
