package dev.strake.join;

import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object that makes pods, or a pod itself.
 *
 * @param owner the object
 * @param namespace that its pods are in
 * @param labels of its pods
 * @param spec of its pods
 */
public record PodTemplate(Manifest owner, String namespace, Map<String, String> labels, Part spec) {

  public PodTemplate {
    labels = Map.copyOf(labels);
  }

  /** The template of an object; empty if it has none. */
  static Optional<PodTemplate> of(Manifest object, PodTemplatePaths paths) {
    return paths
        .find(object)
        .map(
            path -> {
              Part template = Part.of(object, path);
              return new PodTemplate(
                  object,
                  ObjectSet.namespace(object),
                  template.field("metadata", "labels").textByKey(),
                  template.field("spec"));
            });
  }

  public boolean isOf(String kind) {
    return owner.ref().kind().equals(kind);
  }

  /** Whether its pods run until they are told to end. */
  public boolean runsOn() {
    return !isOf("Job") && !isOf("CronJob");
  }

  /** How many pods it makes; 1 where nobody says otherwise. */
  public long replicas() {
    return Part.of(owner).field("spec", "replicas").integer().orElse(1);
  }

  public boolean isOnHostNetwork() {
    return spec.field("hostNetwork").isTrue();
  }

  /** The account that its pods act as. */
  public String serviceAccount() {
    return spec.field("serviceAccountName")
        .text()
        .filter(name -> !name.isEmpty())
        .or(() -> spec.field("serviceAccount").text().filter(name -> !name.isEmpty()))
        .orElse("default");
  }

  /** Containers that run all the time, those that come first, and both together in this order. */
  public List<Part> containers() {
    return Stream.of("containers", "initContainers")
        .flatMap(list -> spec.field(list).items().stream())
        .toList();
  }
}
