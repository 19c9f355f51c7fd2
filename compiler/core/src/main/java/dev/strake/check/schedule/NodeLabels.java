package dev.strake.check.schedule;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.value.LabelKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The labels of the cluster's nodes: those that the spec gives them, and those that Kubernetes and
 * kubeadm set. Others may come with time, from operators and by hand; where a key looks like one of
 * these, nothing is known of it.
 */
final class NodeLabels {

  private static final String HOSTNAME = "kubernetes.io/hostname";
  private static final Map<String, String> OF_ALL =
      Map.of("kubernetes.io/os", "linux", "beta.kubernetes.io/os", "linux");

  /**
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/phases/markcontrolplane/markcontrolplane.go">markcontrolplane
   *     in kubeadm</a>
   */
  private static final Map<String, String> OF_CONTROL_PLANES =
      Map.of(
          "node-role.kubernetes.io/control-plane", "",
          "node.kubernetes.io/exclude-from-external-load-balancers", "");

  private static final String ROLES = "node-role.kubernetes.io";

  private final IdentityHashMap<ResolvedNode, Map<String, String>> labels = new IdentityHashMap<>();
  private final Set<String> used = new HashSet<>();

  NodeLabels(ResolvedCluster cluster) {
    for (ResolvedNode node : cluster.nodes()) {
      Map<String, String> all = new HashMap<>(OF_ALL);
      all.put(HOSTNAME, node.name());
      if (node.isControlPlane()) {
        all.putAll(OF_CONTROL_PLANES);
      }
      node.labels().forEach((key, value) -> all.put(key.toString(), value.toString()));
      node.managedLabels().forEach((key, value) -> all.put(key.toString(), value.toString()));
      labels.put(node, all);
      used.addAll(all.keySet());
    }
  }

  /** Empty if the node has no such label, as far as the spec says. */
  Optional<String> value(ResolvedNode node, String key) {
    return Optional.ofNullable(labels.getOrDefault(node, Map.of()).get(key));
  }

  /** The field of a pool's template that a label of this key belongs in. */
  String field(String key) {
    return key.startsWith(ROLES + "/") ? "managedLabels" : "labels";
  }

  /**
   * Whether a label that a node does not have will not come from elsewhere: one without a prefix is
   * a user's own, and so is one that the spec gives to other nodes.
   */
  boolean isDecided(String key) {
    return LabelKey.parse(key)
        .match(
            known -> known.prefix().isEmpty() || known.prefix().equals(ROLES) || used.contains(key),
            bad -> false);
  }
}
