package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.LabelSelector;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.List;

/**
 * A ServiceMonitor that selects no Service, or a PodMonitor that selects no pod. Judged are those
 * whose namespaces have Services or pods here, and nobody who makes others.
 *
 * @see <a
 *     href="https://github.com/prometheus-operator/prometheus-operator/blob/main/Documentation/api-reference/api.md">NamespaceSelector
 *     of the Prometheus operator: the monitor's own namespace unless it says otherwise</a>
 */
final class MonitorSelectsNothing implements BundleRule {

  private static final String GROUP = "monitoring.coreos.com";

  @Override
  public String policy() {
    return "network/monitor-selects-nothing";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (String kind : List.of("ServiceMonitor", "PodMonitor")) {
      for (Manifest object : objects.all(GROUP, kind)) {
        Part spec = Part.of(object).field("spec");
        boolean everywhere = spec.field("namespaceSelector", "any").isTrue();
        if (spec.field("selector").isSet() && !everywhere) {
          check(spec, kind.equals("PodMonitor"), objects, violations);
        }
      }
    }
  }

  private static void check(Part spec, boolean pods, ObjectSet objects, Violations violations) {
    List<String> named = spec.field("namespaceSelector", "matchNames").texts();
    List<String> namespaces = named.isEmpty() ? List.of(ObjectSet.namespace(spec.object())) : named;
    LabelSelector selector = LabelSelector.of(spec.field("selector"));
    boolean known = namespaces.stream().allMatch(namespace -> isKnown(namespace, pods, objects));
    boolean selects =
        namespaces.stream().anyMatch(namespace -> selects(selector, namespace, pods, objects));
    if (known && !selects) {
      violations.add(
          spec.field("selector"),
          "no %s in namespace %s has these labels"
              .formatted(pods ? "pod" : "Service", String.join(" or ", namespaces)));
    }
  }

  /** The Services of a cluster's own namespaces are made by itself. */
  private static boolean isKnown(String namespace, boolean pods, ObjectSet objects) {
    boolean some =
        pods
            ? !objects.pods(namespace).isEmpty()
            : !objects.all("", "Service", namespace).isEmpty();
    return some
        && !objects.mayHaveUnseenPods(namespace)
        && !namespace.startsWith("kube-")
        && !namespace.equals("default");
  }

  private static boolean selects(
      LabelSelector selector, String namespace, boolean pods, ObjectSet objects) {
    return pods
        ? !objects.pods(namespace, selector).isEmpty()
        : objects.all("", "Service", namespace).stream()
            .anyMatch(
                service ->
                    selector.matches(Part.of(service).field("metadata", "labels").textByKey()));
  }
}
