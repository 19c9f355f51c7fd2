package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.join.network.NetworkPolicies.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A namespace with pods that no NetworkPolicy isolates in a direction. */
final class DefaultDeny implements BundleRule {

  /** What runs there makes the cluster work, and comes with the cluster. */
  private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "kube-node-lease");

  private static final int MOST_NAMED = 3;

  private final String policy;
  private final Direction direction;
  private final String meaning;

  private DefaultDeny(String policy, Direction direction, String meaning) {
    this.policy = policy;
    this.direction = direction;
    this.meaning = meaning;
  }

  static DefaultDeny ingress() {
    return new DefaultDeny(
        "network/default-deny-ingress", Direction.INGRESS, "take connections from everywhere");
  }

  static DefaultDeny egress() {
    return new DefaultDeny(
        "network/default-deny-egress", Direction.EGRESS, "may connect to everything");
  }

  @Override
  public String policy() {
    return policy;
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    // Who has none in a folder of manifests may keep them elsewhere.
    boolean elsewhere = !objects.isOfOneCluster() && NetworkPolicies.all(objects).isEmpty();
    if (elsewhere || NetworkPolicies.hasOthers(objects)) {
      return;
    }
    Set<String> namespaces = new TreeSet<>();
    objects.pods().forEach(pod -> namespaces.add(pod.namespace()));
    namespaces.removeAll(SYSTEM);
    Set<PodTemplate> isolated = NetworkPolicies.isolating(direction, objects).keySet();
    for (String namespace : namespaces) {
      // Policies mean nothing to pods in their node's network.
      List<PodTemplate> open =
          objects.pods(namespace).stream()
              .filter(pod -> !pod.isOnHostNetwork() && !isolated.contains(pod))
              .toList();
      if (!open.isEmpty()) {
        report(namespace, open, objects, violations);
      }
    }
  }

  private void report(
      String namespace, List<PodTemplate> open, ObjectSet objects, Violations violations) {
    Optional<Part> declared = objects.find("", "Namespace", namespace).map(Part::of);
    Part place = declared.orElseGet(() -> Part.of(open.get(0).owner())).field("metadata", "name");
    String names =
        open.stream()
            .limit(MOST_NAMED)
            .map(pod -> pod.owner().ref().kind() + " " + pod.owner().ref().name())
            .collect(Collectors.joining(", "));
    int more = open.size() - MOST_NAMED;
    violations.add(
        place,
        "pods in namespace %s %s: no NetworkPolicy isolates %s"
            .formatted(namespace, meaning, more > 0 ? names + " and " + more + " more" : names));
  }
}
