package dev.strake.check.schedule;

import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a pod's containers ask for together. It may be more: namespaces add to it. */
final class PodRequests {

  private static final String CONTAINERS = "containers";

  private PodRequests() {}

  static Map<ResourceName, Quantity> of(PodTemplate pod) {
    Map<ResourceName, Quantity> together = new TreeMap<>();
    containers(pod, CONTAINERS)
        .forEach(one -> requests(one).forEach((r, q) -> together.merge(r, q, Quantity::plus)));
    containers(pod, "initContainers")
        .forEach(one -> requests(one).forEach((r, q) -> together.merge(r, q, PodRequests::more)));
    return together;
  }

  private static Quantity more(Quantity one, Quantity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Stream<YamlMapping> containers(PodTemplate pod, String list) {
    return pod.spec().sequence(list).map(YamlSequence::items).stream()
        .flatMap(items -> items.stream())
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast);
  }

  /** A container with a limit and no request asks for its limit. */
  private static Map<ResourceName, Quantity> requests(YamlMapping container) {
    Map<ResourceName, Quantity> asked = new TreeMap<>();
    Optional<YamlMapping> resources = container.mapping("resources");
    resources.flatMap(r -> r.mapping("limits")).ifPresent(limits -> add(limits, asked));
    resources.flatMap(r -> r.mapping("requests")).ifPresent(requests -> add(requests, asked));
    return asked;
  }

  private static void add(YamlMapping amounts, Map<ResourceName, Quantity> asked) {
    for (YamlEntry entry : amounts.entries()) {
      if (entry.value() instanceof YamlScalar amount) {
        Optional<ResourceName> name =
            ResourceName.parse(entry.name()).match(Optional::of, bad -> Optional.empty());
        Optional<Quantity> quantity =
            Quantity.parse(amount.value()).match(Optional::of, bad -> Optional.empty());
        name.ifPresent(r -> quantity.ifPresent(q -> asked.put(r, q)));
      }
    }
  }

  /** Where the pod asks for a resource: its container's request if it has one container. */
  static NodePath path(PodTemplate pod, ResourceName resource) {
    NodePath containers = pod.path().key(CONTAINERS);
    NodePath request =
        containers.index(0).key("resources").key("requests").key(resource.toString());
    boolean single = containers(pod, CONTAINERS).count() == 1;
    return single && pod.object().find(request).isPresent() ? request : containers;
  }
}
