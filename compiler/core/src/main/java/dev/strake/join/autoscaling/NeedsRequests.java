package dev.strake.join.autoscaling;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import java.util.List;

/** An autoscaler that measures use against requests that containers do not have. */
final class NeedsRequests implements BundleRule {

  @Override
  public String policy() {
    return "autoscaling/needs-requests";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part scaler : Scalers.horizontal(objects)) {
      String namespace = ObjectSet.namespace(scaler.object());
      // A LimitRange may give containers what they do not ask for.
      if (objects.all("", "LimitRange", namespace).isEmpty()) {
        Scalers.workload(scaler, objects).ifPresent(pod -> check(scaler, pod, violations));
      }
    }
  }

  private static void check(Part scaler, PodTemplate pod, Violations violations) {
    for (Part metric : scaler.field("spec", "metrics").items()) {
      Part resource =
          metric.field("type").is("ContainerResource")
              ? metric.field("containerResource")
              : metric.field("resource");
      String name = resource.field("name").textOrEmpty();
      if (resource.field("target", "type").is("Utilization")) {
        List<String> without =
            pod.spec().field("containers").items().stream()
                .filter(container -> counts(container, resource))
                .filter(container -> !asks(container, name, pod))
                .map(container -> container.field("name").textOrEmpty())
                .toList();
        if (!without.isEmpty()) {
          violations.add(
              resource.field("name"),
              "%s is measured against requests, and %s of %s asks for none"
                  .formatted(name, String.join(", ", without), pod.owner().ref()));
        }
      }
    }
    Part old = scaler.field("spec", "targetCPUUtilizationPercentage");
    boolean unmeasured =
        pod.spec().field("containers").items().stream().anyMatch(c -> !asks(c, "cpu", pod));
    if (old.isSet() && unmeasured) {
      violations.add(
          old, "cpu is measured against requests, which %s has not".formatted(pod.owner().ref()));
    }
  }

  private static boolean counts(Part container, Part resource) {
    Part named = resource.field("container");
    return !named.isSet() || container.field("name").is(named.textOrEmpty());
  }

  /** A limit stands in for a request that is missing. */
  private static boolean asks(Part container, String resource, PodTemplate pod) {
    return container.field("resources", "requests", resource).isSet()
        || container.field("resources", "limits", resource).isSet()
        || pod.spec().field("resources", "requests", resource).isSet();
  }
}
