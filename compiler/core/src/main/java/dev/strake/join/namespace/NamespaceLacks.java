package dev.strake.join.namespace;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;

/** A namespace in which there is no object of a kind. */
final class NamespaceLacks implements BundleRule {

  private final String policy;
  private final String kind;

  NamespaceLacks(String policy, String kind) {
    this.policy = policy;
    this.kind = kind;
  }

  @Override
  public String policy() {
    return policy;
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Manifest namespace : objects.all("", "Namespace")) {
      String name = namespace.ref().name();
      if (!SystemNamespaces.has(name) && objects.all("", kind, name).isEmpty()) {
        violations.add(
            Part.of(namespace).field("metadata", "name"),
            "the namespace %s has no %s".formatted(name, kind));
      }
    }
  }
}
