package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An Ingress that leads to a Service, or to a port of it, that is not there. */
final class IngressBackend implements BundleRule {

  @Override
  public String policy() {
    return "network/ingress-backend";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Manifest ingress : objects.all("networking.k8s.io", "Ingress")) {
      for (Part service : services(Part.of(ingress).field("spec"))) {
        check(service, objects, violations);
      }
    }
  }

  private static List<Part> services(Part spec) {
    List<Part> services = new ArrayList<>();
    services.add(spec.field("defaultBackend", "service"));
    for (Part rule : spec.field("rules").items()) {
      rule.field("http", "paths")
          .items()
          .forEach(path -> services.add(path.field("backend", "service")));
    }
    return services.stream().filter(service -> service.field("name").text().isPresent()).toList();
  }

  private static void check(Part reference, ObjectSet objects, Violations violations) {
    String namespace = ObjectSet.namespace(reference.object());
    String name = reference.field("name").textOrEmpty();
    Optional<Manifest> service = objects.find("", "Service", namespace, name);
    if (service.isPresent()) {
      checkPort(reference.field("port"), Part.of(service.get()), violations);
    } else if (!objects.has("", "Service", namespace, name)
        && !objects.mayHaveOtherPods(namespace)) {
      violations.add(
          reference.field("name"), "there is no Service %s in %s".formatted(name, namespace));
    }
  }

  private static void checkPort(Part wanted, Part service, Violations violations) {
    List<Part> ports = service.field("spec", "ports").items();
    boolean byName = wanted.field("name").text().filter(name -> !name.isEmpty()).isPresent();
    Part asked = byName ? wanted.field("name") : wanted.field("number");
    boolean found =
        ports.stream()
            .anyMatch(
                port ->
                    byName
                        ? port.field("name").is(asked.textOrEmpty())
                        : port.field("port").integer().equals(asked.integer()));
    if (asked.isSet() && !found && !ports.isEmpty()) {
      violations.add(
          asked,
          "the Service %s has no such port".formatted(service.object().ref().name()),
          service.field("spec", "ports"),
          "these are its ports");
    }
  }
}
