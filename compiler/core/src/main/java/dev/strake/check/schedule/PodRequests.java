package dev.strake.check.schedule;

import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a pod's containers ask for together. It may be more: namespaces add to it. */
final class PodRequests {

  private static final String CONTAINERS = "containers";
  private static final String INIT_CONTAINERS = "initContainers";

  private PodRequests() {}

  /**
   * Sidecars run beside the containers, and beside the init containers that come after them, which
   * run one after the other.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers">Kubernetes:
   *     resource sharing within containers</a>
   */
  static Map<ResourceName, Quantity> of(PodTemplate pod) {
    Map<ResourceName, Quantity> sidecars = new TreeMap<>();
    Map<ResourceName, Quantity> most = new TreeMap<>();
    for (YamlMapping init : containers(pod, INIT_CONTAINERS).toList()) {
      Map<ResourceName, Quantity> beside = sum(sidecars, requests(init));
      if (init.string("restartPolicy").equals(Optional.of("Always"))) {
        sidecars = beside;
      }
      beside.forEach((resource, asked) -> most.merge(resource, asked, PodRequests::more));
    }
    Map<ResourceName, Quantity> together = sidecars;
    for (YamlMapping container : containers(pod, CONTAINERS).toList()) {
      together = sum(together, requests(container));
    }
    together.forEach((resource, asked) -> most.merge(resource, asked, PodRequests::more));
    return most;
  }

  private static Map<ResourceName, Quantity> sum(
      Map<ResourceName, Quantity> some, Map<ResourceName, Quantity> others) {
    Map<ResourceName, Quantity> all = new TreeMap<>(some);
    others.forEach((resource, asked) -> all.merge(resource, asked, Quantity::plus));
    return all;
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

  /** Where a pod asks for so much: at the container that asks for all of it, if one does. */
  static NodePath path(PodTemplate pod, ResourceName resource, Quantity asked) {
    return Stream.of(CONTAINERS, INIT_CONTAINERS)
        .flatMap(list -> paths(pod, list, resource, asked))
        .findFirst()
        .orElse(path(pod));
  }

  /** Where its containers are. */
  static NodePath path(PodTemplate pod) {
    return pod.path().key(CONTAINERS);
  }

  private static Stream<NodePath> paths(
      PodTemplate pod, String list, ResourceName resource, Quantity asked) {
    List<YamlNode> items = pod.spec().sequence(list).map(YamlSequence::items).orElse(List.of());
    return IntStream.range(0, items.size())
        .filter(
            i ->
                items.get(i) instanceof YamlMapping container
                    && asked.equals(requests(container).get(resource)))
        .mapToObj(i -> pod.path().key(list).index(i).key("resources"))
        .flatMap(
            resources ->
                Stream.of("requests", "limits")
                    .map(field -> resources.key(field).key(resource.toString())))
        .filter(path -> pod.object().find(path).isPresent());
  }
}
