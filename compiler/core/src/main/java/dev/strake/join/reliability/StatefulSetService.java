package dev.strake.join.reliability;

import dev.strake.join.BundleRule;
import dev.strake.join.LabelSelector;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.Optional;

/** A StatefulSet whose pods get no names of their own, for want of a headless Service. */
final class StatefulSetService implements BundleRule {

  @Override
  public String policy() {
    return "reliability/stateful-set-service";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (PodTemplate pod : objects.pods()) {
      Part name = Part.of(pod.owner()).field("spec", "serviceName");
      if (pod.isOf("StatefulSet") && !name.textOrEmpty().isEmpty()) {
        check(name, pod, objects, violations);
      }
    }
  }

  private static void check(Part name, PodTemplate pod, ObjectSet objects, Violations violations) {
    Optional<Manifest> found = objects.find("", "Service", pod.namespace(), name.textOrEmpty());
    if (found.isEmpty()) {
      if (!objects.has("", "Service", pod.namespace(), name.textOrEmpty())) {
        violations.add(
            name, "there is no Service %s in %s".formatted(name.textOrEmpty(), pod.namespace()));
      }
      return;
    }
    Part service = Part.of(found.get());
    Part selector = service.field("spec", "selector");
    if (!service.field("spec", "clusterIP").is("None")) {
      violations.add(
          name,
          "the Service %s is not headless".formatted(name.textOrEmpty()),
          service.field("spec", "clusterIP"),
          "clusterIP: None is missing here");
    } else if (!selector.isEmpty() && !LabelSelector.equal(selector).matches(pod.labels())) {
      violations.add(
          name,
          "the Service %s does not select these pods".formatted(name.textOrEmpty()),
          selector,
          "it selects others");
    }
  }
}
