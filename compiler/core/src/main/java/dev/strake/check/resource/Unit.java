package dev.strake.check.resource;

import dev.strake.value.ResourceName;
import java.util.Set;

/**
 * What an amount of a resource counts.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/helper/helpers.go">IsIntegerResourceName
 *     and IsExtendedResourceName</a>
 */
enum Unit {
  CORES,
  BYTES,
  WHOLES;

  private static final String OF_CLASS = ".storageclass.storage.k8s.io/";
  private static final String HUGE_PAGES = "hugepages-";
  private static final Set<String> SIZES = Set.of("memory", "storage", "ephemeral-storage");

  /** The unit of a resource, or of the requests or limits of it that a quota counts. */
  static Unit of(ResourceName resource) {
    String name = resource.toString();
    int ofClass = name.indexOf(OF_CLASS);
    String own = ofClass < 0 ? name : name.substring(ofClass + OF_CLASS.length());
    // Devices are counted, whatever they are called: example.org/gpu-memory.
    String bare = own.replaceFirst("^(requests|limits)\\.", "");
    if (bare.equals(ResourceName.CPU.toString())) {
      return CORES;
    }
    return SIZES.contains(bare) || bare.startsWith(HUGE_PAGES) ? BYTES : WHOLES;
  }
}
