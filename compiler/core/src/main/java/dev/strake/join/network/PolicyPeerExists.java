package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.LabelSelector;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A peer in a NetworkPolicy that no pod is. Judged are peers in the policy's own namespace, and in
 * one that is named, if they have pods here at all.
 */
final class PolicyPeerExists implements BundleRule {

  private static final String NAME = "kubernetes.io/metadata.name";

  @Override
  public String policy() {
    return "network/policy-peer-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part policy : NetworkPolicies.all(objects)) {
      Stream.concat(
              policy.field("spec", "ingress").items().stream()
                  .flatMap(rule -> rule.field("from").items().stream()),
              policy.field("spec", "egress").items().stream()
                  .flatMap(rule -> rule.field("to").items().stream()))
          .forEach(peer -> check(peer, objects, violations));
    }
  }

  private static void check(Part peer, ObjectSet objects, Violations violations) {
    Part selector = peer.field("podSelector");
    Optional<String> namespace = namespace(peer);
    if (selector.isEmpty() || namespace.isEmpty()) {
      return;
    }
    String where = namespace.get();
    boolean known =
        !objects.pods(where).isEmpty()
            && !objects.mayHaveUnseenPods(where)
            && !where.startsWith("kube-");
    if (known && objects.pods(where, LabelSelector.of(selector)).isEmpty()) {
      violations.add(
          selector, "nothing in namespace %s makes pods with these labels".formatted(where));
    }
  }

  /** The only namespace that a peer is in; empty if there may be others. */
  private static Optional<String> namespace(Part peer) {
    Part selector = peer.field("namespaceSelector");
    if (!selector.isSet()) {
      return Optional.of(ObjectSet.namespace(peer.object()));
    }
    boolean byName = selector.keys().equals(List.of("matchLabels"));
    return byName ? selector.field("matchLabels", NAME).text() : Optional.empty();
  }
}
