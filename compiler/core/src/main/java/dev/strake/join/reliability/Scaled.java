package dev.strake.join.reliability;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.manifest.Manifest;
import java.util.IdentityHashMap;

/** How many pods a workload has at least, also where an autoscaler decides. */
final class Scaled {

  private final IdentityHashMap<PodTemplate, Long> byScaler = new IdentityHashMap<>();

  Scaled(ObjectSet objects) {
    for (Manifest scaler : objects.all("autoscaling", "HorizontalPodAutoscaler")) {
      Part spec = Part.of(scaler).field("spec");
      Part target = spec.field("scaleTargetRef");
      objects
          .pod(
              target.field("kind").textOrEmpty(),
              ObjectSet.namespace(scaler),
              target.field("name").textOrEmpty())
          .ifPresent(
              pod -> byScaler.putIfAbsent(pod, spec.field("minReplicas").integer().orElse(1)));
    }
  }

  /** As few as there may be. */
  long leastReplicas(PodTemplate pod) {
    return byScaler.getOrDefault(pod, pod.replicas());
  }
}
