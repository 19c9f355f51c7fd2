package dev.strake.join.storage;

import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import java.util.List;

/** The claims that pods mount. */
final class Claims {

  private Claims() {}

  /** The names of claims in a pod's volumes. */
  static List<Part> of(PodTemplate pod) {
    return pod.spec().field("volumes").items().stream()
        .map(volume -> volume.field("persistentVolumeClaim", "claimName"))
        .filter(name -> name.text().isPresent())
        .toList();
  }
}
