package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.stream.Collectors;

/** An Ingress of a class that is not among those that are declared. */
final class IngressClassExists implements BundleRule {

  private static final String GROUP = "networking.k8s.io";
  private static final String KIND = "IngressClass";

  @Override
  public String policy() {
    return "network/ingress-class-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    if (objects.all(GROUP, KIND).isEmpty()) {
      return;
    }
    String known =
        objects.all(GROUP, KIND).stream()
            .map(one -> one.ref().name())
            .sorted()
            .collect(Collectors.joining(", "));
    for (Manifest ingress : objects.all(GROUP, "Ingress")) {
      Part name = Part.of(ingress).field("spec", "ingressClassName");
      if (name.text().isPresent() && !objects.has(GROUP, KIND, name.textOrEmpty())) {
        violations.add(
            name, "there is no IngressClass " + name.textOrEmpty(), "write one of " + known);
      }
    }
  }
}
