package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A host name that two objects ask external-dns for, each for its own address. Ingresses of one
 * class, and routes of one Gateway, share an address.
 *
 * @see <a
 *     href="https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/">external-dns:
 *     annotations</a>
 */
final class ExternalDnsUnique implements BundleRule {

  /** The second one since 0.22. */
  private static final List<String> PREFIXES =
      List.of("external-dns.alpha.kubernetes.io/", "external-dns.kubernetes.io/");

  /**
   * @param target equal for those that lead to one address
   * @param isAsked whether an annotation says so
   */
  private record Wish(String host, String target, Part place, boolean isAsked) {}

  @Override
  public String policy() {
    return "network/external-dns-unique";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    if (!objects.isOfOneCluster()) {
      return;
    }
    Map<String, Wish> first = new HashMap<>();
    for (Wish wish : wishes(objects)) {
      Wish other = first.putIfAbsent(wish.host(), wish);
      // Without an annotation, nobody knows whether external-dns looks at them at all.
      if (other != null
          && !other.target().equals(wish.target())
          && (other.isAsked() || wish.isAsked())) {
        violations.add(
            wish.place(),
            "%s is asked of external-dns twice, for two addresses".formatted(wish.host()),
            other.place(),
            "by " + other.place().object().ref() + " too");
      }
    }
  }

  private static List<Wish> wishes(ObjectSet objects) {
    List<Wish> wishes = new ArrayList<>();
    for (Manifest object : objects.all("", "Service")) {
      add(Part.of(object), "Service " + object.ref(), List.of(), wishes);
    }
    for (Manifest object : objects.all("networking.k8s.io", "Ingress")) {
      Part ingress = Part.of(object);
      List<Part> hosts =
          ingress.field("spec", "rules").items().stream().map(rule -> rule.field("host")).toList();
      String target = "class " + ingress.field("spec", "ingressClassName").textOrEmpty();
      add(ingress, target, hosts, wishes);
    }
    for (Manifest object : objects.all("gateway.networking.k8s.io", "HTTPRoute")) {
      Part route = Part.of(object);
      List<String> gateways =
          route.field("spec", "parentRefs").items().stream()
              .map(
                  parent ->
                      parent.field("namespace").text().orElse(ObjectSet.namespace(object))
                          + "/"
                          + parent.field("name").textOrEmpty())
              .sorted()
              .distinct()
              .toList();
      add(route, "gateways " + gateways, route.field("spec", "hostnames").items(), wishes);
    }
    return wishes;
  }

  private static void add(Part object, String target, List<Part> hosts, List<Wish> wishes) {
    Optional<String> controller = annotation(object, "controller").flatMap(Part::text);
    // A record of several parts, told apart by their identifiers, is meant so.
    if (annotation(object, "set-identifier").isPresent()
        || controller.filter(name -> !name.equals("dns-controller")).isPresent()) {
      return;
    }
    String address = annotation(object, "target").flatMap(Part::text).orElse(target);
    annotation(object, "hostname")
        .ifPresent(
            asked -> {
              for (String host : asked.textOrEmpty().split(",", -1)) {
                if (!host.isBlank()) {
                  wishes.add(new Wish(host.strip(), address, asked, true));
                }
              }
            });
    hosts.stream()
        .filter(host -> !host.textOrEmpty().isEmpty())
        .forEach(host -> wishes.add(new Wish(host.textOrEmpty(), address, host, false)));
  }

  private static Optional<Part> annotation(Part object, String name) {
    return PREFIXES.stream()
        .map(prefix -> object.field("metadata", "annotations", prefix + name))
        .filter(Part::isSet)
        .findFirst();
  }
}
