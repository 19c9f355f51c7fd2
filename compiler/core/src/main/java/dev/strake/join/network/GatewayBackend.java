package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route of the Gateway API that leads nowhere, or that no Gateway serves.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#backendref">Gateway API:
 *     BackendRef</a>
 */
final class GatewayBackend implements BundleRule {

  private static final String GROUP = "gateway.networking.k8s.io";
  private static final String SERVICE = "Service";
  private static final List<String> ROUTES =
      List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute");

  @Override
  public String policy() {
    return "network/gateway-backend";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (String kind : ROUTES) {
      for (Manifest object : objects.all(GROUP, kind)) {
        Part spec = Part.of(object).field("spec");
        spec.field("rules").items().stream()
            .flatMap(rule -> rule.field("backendRefs").items().stream())
            .filter(backend -> isOf(backend, "", SERVICE))
            .forEach(backend -> checkBackend(backend, objects, violations));
        spec.field("parentRefs").items().stream()
            .filter(parent -> isOf(parent, GROUP, "Gateway"))
            .forEach(parent -> checkParent(parent, objects, violations));
      }
    }
  }

  /** What is absent has the default of the reference. */
  private static boolean isOf(Part reference, String group, String kind) {
    return reference.field("group").text().orElse(group).equals(group)
        && reference.field("kind").text().orElse(kind).equals(kind)
        && !reference.field("name").textOrEmpty().isEmpty();
  }

  private static String namespace(Part reference) {
    return reference
        .field("namespace")
        .text()
        .orElseGet(() -> ObjectSet.namespace(reference.object()));
  }

  private static void checkBackend(Part backend, ObjectSet objects, Violations violations) {
    String name = backend.field("name").textOrEmpty();
    String namespace = namespace(backend);
    if (!isGranted(backend, objects)) {
      violations.add(
          backend.field("namespace"),
          "no ReferenceGrant lets a %s of %s reach Services of %s"
              .formatted(
                  backend.object().ref().kind(), ObjectSet.namespace(backend.object()), namespace));
      return;
    }
    Optional<Manifest> service = objects.find("", SERVICE, namespace, name);
    if (service.isPresent()) {
      checkPort(backend.field("port"), Part.of(service.get()), violations);
    } else if (!objects.has("", SERVICE, namespace, name) && !objects.mayHaveOtherPods(namespace)) {
      violations.add(
          backend.field("name"), "there is no Service %s in %s".formatted(name, namespace));
    }
  }

  private static void checkPort(Part wanted, Part service, Violations violations) {
    List<Part> ports = service.field("spec", "ports").items();
    boolean found =
        ports.stream().anyMatch(port -> port.field("port").integer().equals(wanted.integer()));
    if (wanted.isSet() && !found && !ports.isEmpty()) {
      violations.add(
          wanted,
          "the Service %s has no such port".formatted(service.object().ref().name()),
          service.field("spec", "ports"),
          "these are its ports");
    }
  }

  /** A route reaches its own namespace, and others that let it; nothing is said of unknown ones. */
  private static boolean isGranted(Part backend, ObjectSet objects) {
    String namespace = namespace(backend);
    String home = ObjectSet.namespace(backend.object());
    return namespace.equals(home)
        || !objects.knows(namespace)
        || objects.all(GROUP, "ReferenceGrant", namespace).stream()
            .map(Part::of)
            .anyMatch(grant -> grants(grant.field("spec"), backend, home));
  }

  private static boolean grants(Part grant, Part backend, String home) {
    Stream<Part> from = grant.field("from").items().stream();
    Stream<Part> to = grant.field("to").items().stream();
    return from.anyMatch(
            one ->
                one.field("kind").is(backend.object().ref().kind())
                    && one.field("namespace").is(home))
        && to.anyMatch(
            one ->
                one.field("kind").is(SERVICE)
                    && one.field("name")
                        .text()
                        .map(backend.field("name").textOrEmpty()::equals)
                        .orElse(true));
  }

  private static void checkParent(Part parent, ObjectSet objects, Violations violations) {
    String name = parent.field("name").textOrEmpty();
    String namespace = namespace(parent);
    if (!objects.all(GROUP, "Gateway").isEmpty()
        && !objects.has(GROUP, "Gateway", namespace, name)) {
      violations.add(
          parent.field("name"), "there is no Gateway %s in %s".formatted(name, namespace));
    }
  }
}
