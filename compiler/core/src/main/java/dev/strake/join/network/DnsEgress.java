package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.join.network.NetworkPolicies.Direction;
import java.util.LinkedHashSet;
import java.util.List;
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
    Set<Part> reported = new LinkedHashSet<>();
    for (PodTemplate pod : objects.pods()) {
      List<Part> policies =
          NetworkPolicies.in(objects, pod.namespace()).stream()
              .filter(Direction.EGRESS::isIsolated)
              .filter(policy -> NetworkPolicies.selects(policy, pod))
              .toList();
      List<Part> rules =
          policies.stream().flatMap(p -> Direction.EGRESS.rules(p).items().stream()).toList();
      boolean deaf =
          rules.stream().anyMatch(DnsEgress::needsNames)
              && rules.stream().noneMatch(DnsEgress::allowsDns);
      if (!pod.isOnHostNetwork() && deaf) {
        Part first =
            policies.stream()
                .filter(p -> !Direction.EGRESS.rules(p).items().isEmpty())
                .findFirst()
                .orElseThrow();
        if (reported.stream().noneMatch(part -> part.object() == first.object())) {
          reported.add(first);
          violations.add(
              Direction.EGRESS.rules(first),
              "%s may connect to others, and cannot ask for their names: nothing allows UDP port 53"
                  .formatted(pod.owner().ref()));
        }
      }
    }
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
