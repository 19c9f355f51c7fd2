package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.join.network.NetworkPolicies.Direction;
import dev.strake.manifest.Manifest;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Pods that may connect to others, and not to the name server that would find them. Those that may
 * connect to nothing, or to blocks of addresses only, need none.
 */
final class DnsEgress implements BundleRule {

  private static final long DNS = 53;

  @Override
  public String policy() {
    return "network/dns-egress";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    if (NetworkPolicies.hasOthers(objects)) {
      return;
    }
    Set<Manifest> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    IdentityHashMap<PodTemplate, List<Part>> isolating =
        NetworkPolicies.isolating(Direction.EGRESS, objects);
    for (PodTemplate pod : objects.pods()) {
      if (!pod.isOnHostNetwork()) {
        deafPolicy(isolating.getOrDefault(pod, List.of()))
            .filter(policy -> reported.add(policy.object()))
            .ifPresent(policy -> report(policy, pod, violations));
      }
    }
  }

  /** The first policy that lets a pod connect to others, if none lets it ask for their names. */
  private static Optional<Part> deafPolicy(List<Part> policies) {
    boolean hears =
        policies.stream()
            .flatMap(policy -> Direction.EGRESS.rules(policy).items().stream())
            .anyMatch(DnsEgress::allowsDns);
    return hears
        ? Optional.empty()
        : policies.stream()
            .filter(
                policy ->
                    Direction.EGRESS.rules(policy).items().stream().anyMatch(DnsEgress::needsNames))
            .findFirst();
  }

  private static void report(Part policy, PodTemplate pod, Violations violations) {
    violations.add(
        Direction.EGRESS.rules(policy),
        "%s may connect to others, and cannot ask for their names: nothing allows UDP port 53"
            .formatted(pod.owner().ref()));
  }

  private static boolean needsNames(Part rule) {
    List<Part> peers = rule.field("to").items();
    return peers.isEmpty() || peers.stream().anyMatch(peer -> !peer.field("ipBlock").isSet());
  }

  private static boolean allowsDns(Part rule) {
    List<Part> peers = rule.field("to").items();
    boolean reaches =
        peers.isEmpty()
            || peers.stream()
                .anyMatch(
                    peer ->
                        peer.field("namespaceSelector").isSet() || peer.field("ipBlock").isSet());
    List<Part> ports = rule.field("ports").items();
    return reaches && (ports.isEmpty() || ports.stream().anyMatch(DnsEgress::isDns));
  }

  private static boolean isDns(Part port) {
    boolean udp = port.field("protocol").is("UDP");
    Part number = port.field("port");
    if (!udp || !number.isSet()) {
      return udp;
    }
    OptionalLong first = number.integer();
    long last = port.field("endPort").integer().orElse(first.orElse(DNS));
    // A name can only be known where the name server's pods are.
    return first.isEmpty() || (first.getAsLong() <= DNS && DNS <= last);
  }
}
