package dev.strake.join.resource;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.manifest.Manifest;
import java.util.IdentityHashMap;
import java.util.OptionalLong;
import java.util.Set;

/** How many pods there are at least, also where an autoscaler decides. */
final class Replicas {

  private static final Set<String> STEADY =
      Set.of("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Pod");

  /**
   * @param place that says it; a part that is not set where nothing does
   * @param isSteady whether they are there all the time
   */
  record Count(long least, Part place, boolean isSteady) {}

  private final IdentityHashMap<PodTemplate, Part> scaled = new IdentityHashMap<>();

  Replicas(ObjectSet objects) {
    for (Manifest scaler : objects.all("autoscaling", "HorizontalPodAutoscaler")) {
      note(scaler, "minReplicas", objects);
    }
    for (Manifest scaler : objects.all("keda.sh", "ScaledObject")) {
      note(scaler, "minReplicaCount", objects);
    }
  }

  private void note(Manifest scaler, String field, ObjectSet objects) {
    Part spec = Part.of(scaler).field("spec");
    Part target = spec.field("scaleTargetRef");
    objects
        .pod(
            target.field("kind").text().orElse("Deployment"),
            ObjectSet.namespace(scaler),
            target.field("name").textOrEmpty())
        .ifPresent(pod -> scaled.putIfAbsent(pod, spec.field(field)));
  }

  /** What scales to zero is taken as one: it is there when it is needed. */
  Count of(PodTemplate pod) {
    Part spec = Part.of(pod.owner()).field("spec");
    Part least = scaled.get(pod);
    if (least != null) {
      return new Count(Math.max(1, least.integer().orElse(1)), least, true);
    }
    if (pod.isOf("Job")) {
      return job(spec);
    }
    if (pod.isOf("CronJob")) {
      return job(spec.field("jobTemplate", "spec"));
    }
    boolean steady = STEADY.contains(pod.owner().ref().kind());
    Part replicas = spec.field("replicas");
    return new Count(steady ? replicas.integer().orElse(1) : 1, replicas, steady);
  }

  /** As many as run at once. */
  private static Count job(Part spec) {
    Part parallelism = spec.field("parallelism");
    OptionalLong completions = spec.field("completions").integer();
    long atOnce = parallelism.integer().orElse(1);
    return new Count(
        completions.isPresent() ? Math.min(atOnce, completions.getAsLong()) : atOnce,
        parallelism,
        false);
  }
}
