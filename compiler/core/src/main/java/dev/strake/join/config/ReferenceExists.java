package dev.strake.join.config;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.join.config.References.Reference;
import dev.strake.join.config.References.Target;
import dev.strake.manifest.Manifest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A pod that waits for a ConfigMap or a Secret, or a key of it, that is not there. */
final class ReferenceExists implements BundleRule {

  private final String policy;
  private final Target target;
  private final String kind;
  private final Producers producers;

  private ReferenceExists(String policy, Target target, String kind, Producers producers) {
    this.policy = policy;
    this.target = target;
    this.kind = kind;
    this.producers = producers;
  }

  static ReferenceExists ofConfigMaps() {
    return new ReferenceExists(
        "config/config-map-exists", Target.CONFIG_MAP, "ConfigMap", Producers::makesConfigMap);
  }

  static ReferenceExists ofSecrets() {
    return new ReferenceExists(
        "config/secret-exists", Target.SECRET, "Secret", Producers::makesSecret);
  }

  @Override
  public String policy() {
    return policy;
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (PodTemplate pod : objects.pods()) {
      References.of(pod, target)
          .forEach(reference -> check(reference, pod.namespace(), objects, violations));
    }
  }

  private void check(
      Reference reference, String namespace, ObjectSet objects, Violations violations) {
    String name = reference.name().textOrEmpty();
    Optional<Manifest> found = objects.find("", kind, namespace, name);
    if (found.isPresent()) {
      checkKeys(reference, Part.of(found.get()), violations);
    } else if (!objects.has("", kind, namespace, name)
        && !producers.make(objects, namespace, name)
        && !objects.mayHaveOtherPods(namespace)) {
      violations.add(reference.name(), "there is no %s %s in %s".formatted(kind, name, namespace));
    }
  }

  private static void checkKeys(Reference reference, Part object, Violations violations) {
    Set<String> known = new TreeSet<>();
    for (String field : new String[] {"data", "binaryData", "stringData"}) {
      known.addAll(object.field(field).keys());
    }
    for (Part key : reference.keys()) {
      if (key.text().isPresent() && !known.contains(key.textOrEmpty())) {
        violations.add(
            key,
            "%s has no key %s".formatted(object.object().ref(), key.textOrEmpty()),
            object.field("data"),
            known.isEmpty() ? "it has no keys" : "it has " + String.join(", ", known));
      }
    }
  }
}
