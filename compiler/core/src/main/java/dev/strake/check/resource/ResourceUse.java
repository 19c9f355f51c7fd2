package dev.strake.check.resource;

import dev.strake.value.ResourceName;
import java.util.List;

/** What amounts of resources are said of, and which resources that can have. */
enum ResourceUse {
  /** What a machine has. */
  MACHINE("a machine has no", List.of("cpu", "memory", "ephemeral-storage", "pods"), true),

  /**
   * What a kubelet keeps back.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubelet/app/server.go">parseResourceList</a>
   */
  RESERVATION(
      "the kubelet cannot reserve", List.of("cpu", "memory", "ephemeral-storage", "pid"), false),

  /**
   * What a container asks for and is limited to.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/helper/helpers.go">IsStandardContainerResourceName</a>
   */
  CONTAINER("a container has no", List.of("cpu", "memory", "ephemeral-storage"), true),

  /**
   * What a namespace may have together.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#types-of-resource-quota">Kubernetes:
   *     types of resource quota</a>
   */
  QUOTA("a quota does not count", List.of(), true) {
    @Override
    boolean has(ResourceName resource) {
      String name = resource.toString();
      int slash = name.indexOf('/');
      if (slash < 0) {
        return !NOT_COUNTED.contains(name);
      }
      String prefix = name.substring(0, slash);
      return prefix.startsWith("requests.") || prefix.equals("count") || prefix.endsWith(".k8s.io");
    }
  };

  private static final List<String> NOT_COUNTED = List.of("pid", "storage");

  private final String problem;
  private final List<String> names;
  private final boolean others;

  /**
   * @param problem begins the sentence that ends with the name of a resource that does not fit
   * @param names of Kubernetes' own resources
   * @param others whether there may be huge pages, and resources that devices offer
   */
  ResourceUse(String problem, List<String> names, boolean others) {
    this.problem = problem;
    this.names = names;
    this.others = others;
  }

  boolean has(ResourceName resource) {
    String name = resource.toString();
    boolean known = names.contains(name);
    return known || (others && (name.startsWith("hugepages-") || isOfDevices(name)));
  }

  private static boolean isOfDevices(String name) {
    return name.contains("/") && !name.startsWith("requests.") && !name.startsWith("count/");
  }

  String problem(ResourceName resource) {
    return problem + " " + resource;
  }

  /** What to write instead of a name that does not fit. */
  String help(ResourceName resource) {
    String name = resource.toString();
    if (this == QUOTA) {
      return name.equals("pid") ? "leave it out" : "write requests." + name;
    }
    return resource
        .requested()
        .or(resource::limited)
        .filter(this::has)
        .map(meant -> "write " + meant)
        .orElse("there are " + String.join(", ", names));
  }
}
