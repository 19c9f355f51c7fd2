package dev.strake.join.reliability;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.manifest.Manifest;

/** How many pods a workload has where an autoscaler decides. */
final class Scaled {

  private Scaled() {}

  /** As few as there may be. */
  static long leastReplicas(PodTemplate pod, ObjectSet objects) {
    for (Manifest scaler : objects.all("autoscaling", "HorizontalPodAutoscaler", pod.namespace())) {
      Part target = Part.of(scaler).field("spec", "scaleTargetRef");
      if (target.field("kind").is(pod.owner().ref().kind())
          && target.field("name").is(pod.owner().ref().name())) {
        return Part.of(scaler).field("spec", "minReplicas").integer().orElse(1);
      }
    }
    return pod.replicas();
  }
}
