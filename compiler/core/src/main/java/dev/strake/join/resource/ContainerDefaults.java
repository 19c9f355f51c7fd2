package dev.strake.join.resource;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import java.util.List;

/**
 * What the LimitRanges of a namespace give to containers that say nothing. Where two of them
 * disagree, the first in the order of their names counts; nobody promises that order.
 *
 * @param limits by resource
 * @param requests by resource
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go">SetDefaults_LimitRangeItem</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/plugin/pkg/admission/limitranger/admission.go">defaultContainerResourceRequirements
 *     in the LimitRanger</a>
 */
record ContainerDefaults(Amounts limits, Amounts requests) {

  static ContainerDefaults of(ObjectSet objects, String namespace) {
    Amounts limits = Amounts.NONE;
    Amounts requests = Amounts.NONE;
    for (Part item : items(objects, namespace)) {
      if (item.field("type").is("Container")) {
        Amounts limit = Amounts.of(item.field("default")).orElse(Amounts.of(item.field("max")));
        Amounts request = Amounts.of(item.field("defaultRequest"));
        limits = limits.orElse(limit);
        requests = requests.orElse(request.orElse(limit).orElse(Amounts.of(item.field("min"))));
      }
    }
    return new ContainerDefaults(limits, requests);
  }

  /** The items of all LimitRanges of a namespace, in the order of their names. */
  static List<Part> items(ObjectSet objects, String namespace) {
    return Declared.in(namespace, "LimitRange", objects).stream()
        .flatMap(range -> range.field("spec", "limits").items().stream())
        .toList();
  }
}
