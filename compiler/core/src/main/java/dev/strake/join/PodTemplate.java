package dev.strake.join;

import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
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

  private static final Map<String, List<String>> PATHS =
      Map.of(
          "/Pod", List.of(),
          "/ReplicationController", List.of("spec", "template"),
          "apps/Deployment", List.of("spec", "template"),
          "apps/StatefulSet", List.of("spec", "template"),
          "apps/DaemonSet", List.of("spec", "template"),
          "apps/ReplicaSet", List.of("spec", "template"),
          "batch/Job", List.of("spec", "template"),
          "batch/CronJob", List.of("spec", "jobTemplate", "spec", "template"));

  public PodTemplate {
    labels = Map.copyOf(labels);
  }

  /** The template of an object; empty if its kind makes no pods. */
  static Optional<PodTemplate> of(Manifest object) {
    return Optional.ofNullable(PATHS.get(ObjectSet.group(object) + "/" + object.ref().kind()))
        .map(
            path -> {
              Part template = Part.of(object).field(path.toArray(String[]::new));
              return new PodTemplate(
                  object,
                  ObjectSet.namespace(object),
                  template.field("metadata", "labels").textByKey(),
                  template.field("spec"));
            });
  }

  /** Where an object keeps its template, which of a pod is itself; empty if it makes no pods. */
  public static Optional<NodePath> path(Manifest object) {
    return Optional.ofNullable(PATHS.get(ObjectSet.group(object) + "/" + object.ref().kind()))
        .map(keys -> NodePath.of(keys.toArray(String[]::new)));
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
