package dev.strake.check.quota;

import dev.strake.manifest.Manifest;
import dev.strake.value.ResourceName;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Limit ranges that are no part of the spec but objects of its sources.
 *
 * @param ranges of all namespaces
 */
record WrittenLimits(List<Manifest> ranges) {

  private static final NodePath LIMITS = NodePath.of("spec", "limits");

  static WrittenLimits of(List<Manifest> written) {
    return new WrittenLimits(
        written.stream()
            .filter(object -> object.ref().apiVersion().equals("v1"))
            .filter(object -> object.ref().kind().equals("LimitRange"))
            .toList());
  }

  /**
   * Whether one of them gives containers an amount of a resource.
   *
   * @param fields of a limit range any of which does
   */
  boolean give(ResourceName resource, String namespace, List<String> fields) {
    return ranges.stream()
        .filter(range -> namespace.equals(range.ref().namespace()))
        .flatMap(WrittenLimits::ofContainers)
        .anyMatch(item -> fields.stream().anyMatch(field -> has(item, field, resource)));
  }

  private static Stream<YamlMapping> ofContainers(Manifest range) {
    return range.find(LIMITS).stream()
        .filter(YamlSequence.class::isInstance)
        .flatMap(list -> ((YamlSequence) list).items().stream())
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .filter(item -> item.string("type").equals(Optional.of("Container")));
  }

  private static boolean has(YamlMapping item, String field, ResourceName resource) {
    return item.mapping(field).flatMap(amounts -> amounts.get(resource.toString())).isPresent();
  }
}
