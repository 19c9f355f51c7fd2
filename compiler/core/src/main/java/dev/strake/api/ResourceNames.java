package dev.strake.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of resources that containers ask for.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/helper/helpers.go">helpers.go</a>
 */
final class ResourceNames {

  private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");
  private static final Set<String> COUNTED =
      Set.of(
          "pods",
          "resourcequotas",
          "services",
          "replicationcontrollers",
          "secrets",
          "configmaps",
          "persistentvolumeclaims",
          "services.nodeports",
          "services.loadbalancers");

  private ResourceNames() {}

  /** validateContainerResourceName. */
  static @Nullable String containerProblem(String name) {
    String problem = Texts.qualifiedProblem(name);
    if (problem != null) {
      return problem;
    }
    if (!name.contains("/")) {
      return OF_CONTAINERS.contains(name) || isHugePages(name)
          ? null
          : "a resource of containers, and others need a prefix: example.org/name";
    }
    return isNative(name) || isExtended(name)
        ? null
        : "an extended resource: it must not begin with \"requests.\"";
  }

  /** validatePodResourceName. */
  static @Nullable String podProblem(String name) {
    boolean ok = name.equals("cpu") || name.equals("memory") || isHugePages(name);
    return ok ? null : "a resource of whole pods: those are cpu, memory and hugepages";
  }

  /** IsHugePageResourceName. */
  static boolean isHugePages(String name) {
    return name.startsWith("hugepages-");
  }

  /** IsOvercommitAllowed: whether requests may be lower than limits. */
  static boolean isOvercommitAllowed(String name) {
    return isNative(name) && !isHugePages(name);
  }

  /** IsIntegerResourceName: whether only whole ones can be had. */
  static boolean isCounted(String name) {
    return COUNTED.contains(name) || isExtended(name);
  }

  private static boolean isNative(String name) {
    return !name.contains("/") || name.contains("kubernetes.io/");
  }

  /** IsExtendedResourceName. */
  private static boolean isExtended(String name) {
    return !isNative(name)
        && !name.startsWith("requests.")
        && Texts.qualifiedProblem("requests." + name) == null;
  }
}
