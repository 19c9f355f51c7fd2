package dev.strake.check.resource;

import dev.strake.value.ResourceName;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What amounts of resources are said of, and which resources that can have.
 *
 * @param problem begins the sentence that ends with the name of a resource that does not fit
 * @param names of Kubernetes' own resources that do
 * @param others whether another name does
 */
record ResourceUse(String problem, List<String> names, Predicate<String> others) {

  /** What a machine has. */
  static final ResourceUse MACHINE =
      new ResourceUse(
          "a machine has no",
          List.of("cpu", "memory", "ephemeral-storage", "pods"),
          ResourceUse::isOfDevices);

  /**
   * What a kubelet keeps back.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubelet/app/server.go">parseResourceList</a>
   */
  static final ResourceUse RESERVATION =
      new ResourceUse(
          "the kubelet cannot reserve",
          List.of("cpu", "memory", "ephemeral-storage", "pid"),
          name -> false);

  /**
   * What a container asks for and is limited to.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/helper/helpers.go">IsStandardContainerResourceName</a>
   */
  static final ResourceUse CONTAINER =
      new ResourceUse(
          "a container has no",
          List.of("cpu", "memory", "ephemeral-storage"),
          ResourceUse::isOfDevices);

  /**
   * What a namespace may have together.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#types-of-resource-quota">Kubernetes:
   *     types of resource quota</a>
   */
  static final ResourceUse QUOTA =
      new ResourceUse(
          "a quota does not count",
          ResourceName.standard().stream().filter(ResourceUse::isCounted).toList(),
          ResourceUse::isQuota);

  private static boolean isCounted(String standard) {
    return !standard.equals("pid") && !standard.equals("storage");
  }

  /** Huge pages, and what device plugins offer. */
  private static boolean isOfDevices(String name) {
    boolean quota =
        name.startsWith("requests.") || name.startsWith("limits.") || name.startsWith("count/");
    return !quota && (name.contains("/") || name.startsWith("hugepages-"));
  }

  /** Of devices a quota counts requests alone, and the device itself without effect. */
  private static boolean isQuota(String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return name.contains("hugepages-");
    }
    String prefix = name.substring(0, slash);
    return prefix.startsWith("requests.") || prefix.equals("count") || prefix.endsWith(".k8s.io");
  }

  boolean has(ResourceName resource) {
    return names.contains(resource.toString()) || others.test(resource.toString());
  }

  String problem(ResourceName resource) {
    return problem + " " + resource;
  }

  /** What to write instead of a name that does not fit. */
  String help(ResourceName resource) {
    String bare = resource.toString().replaceFirst("^(requests|limits)\\.", "");
    String onMachines = bare.equals("storage") ? ResourceName.EPHEMERAL_STORAGE.toString() : bare;
    return Stream.of("requests." + bare, onMachines)
        .flatMap(name -> ResourceName.parse(name).match(Stream::of, bad -> Stream.empty()))
        .filter(this::has)
        .findFirst()
        .map(name -> "write " + name)
        .orElse("it can be one of " + String.join(", ", names));
  }
}
