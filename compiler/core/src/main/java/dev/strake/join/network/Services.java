package dev.strake.join.network;

import dev.strake.join.LabelSelector;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.manifest.Manifest;
import java.util.List;

/** What Services select. */
final class Services {

  private Services() {}

  /** Those that select pods themselves. */
  static List<Part> selecting(ObjectSet objects) {
    return objects.all("", "Service").stream()
        .map(Part::of)
        .filter(service -> !service.field("spec", "type").is("ExternalName"))
        .filter(service -> !service.field("spec", "selector").isEmpty())
        .toList();
  }

  static List<PodTemplate> pods(Part service, ObjectSet objects) {
    return objects.pods(
        ObjectSet.namespace(service.object()),
        LabelSelector.equal(service.field("spec", "selector")));
  }

  static boolean isHeadless(Manifest service) {
    return Part.of(service).field("spec", "clusterIP").is("None");
  }
}
