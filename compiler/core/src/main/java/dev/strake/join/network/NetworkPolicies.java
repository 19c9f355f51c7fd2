package dev.strake.join.network;

import dev.strake.join.LabelSelector;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What NetworkPolicies mean.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network
 *     policies</a>
 */
final class NetworkPolicies {

  /** A direction of connections. */
  enum Direction {
    INGRESS("Ingress", "ingress"),
    EGRESS("Egress", "egress");

    private final String type;
    private final String field;

    Direction(String type, String field) {
      this.type = type;
      this.field = field;
    }

    /** The rules of a policy about it. */
    Part rules(Part policy) {
      return policy.field("spec", field);
    }

    /** Whether a policy isolates the pods that it selects in this direction. */
    boolean isIsolated(Part policy) {
      Part types = policy.field("spec", "policyTypes");
      return types.items().isEmpty()
          ? this == INGRESS || rules(policy).isSet()
          : types.texts().contains(type);
    }
  }

  /** Groups whose policies say what ours cannot read. */
  private static final Set<String> OTHER_GROUPS =
      Set.of("cilium.io", "crd.projectcalico.org", "projectcalico.org", "policy.networking.k8s.io");

  private static final Set<String> OTHER_KINDS =
      Set.of(
          "AdminNetworkPolicy",
          "BaselineAdminNetworkPolicy",
          "CiliumClusterwideNetworkPolicy",
          "CiliumNetworkPolicy",
          "ClusterNetworkPolicy",
          "GlobalNetworkPolicy",
          "NetworkPolicy");

  private NetworkPolicies() {}

  static List<Part> all(ObjectSet objects) {
    return objects.all("networking.k8s.io", "NetworkPolicy").stream().map(Part::of).toList();
  }

  /** The pods that a policy selects. */
  static List<PodTemplate> pods(Part policy, ObjectSet objects) {
    return objects.pods(
        ObjectSet.namespace(policy.object()),
        LabelSelector.of(policy.field("spec", "podSelector")));
  }

  /** The policies that isolate each pod in a direction. */
  static IdentityHashMap<PodTemplate, List<Part>> isolating(
      Direction direction, ObjectSet objects) {
    IdentityHashMap<PodTemplate, List<Part>> isolating = new IdentityHashMap<>();
    for (Part policy : all(objects)) {
      if (direction.isIsolated(policy)) {
        pods(policy, objects)
            .forEach(pod -> isolating.computeIfAbsent(pod, p -> new ArrayList<>()).add(policy));
      }
    }
    return isolating;
  }

  /** Whether there are policies of another make, which may isolate pods too. */
  static boolean hasOthers(ObjectSet objects) {
    return OTHER_GROUPS.stream()
        .anyMatch(
            group -> OTHER_KINDS.stream().anyMatch(kind -> !objects.all(group, kind).isEmpty()));
  }
}
