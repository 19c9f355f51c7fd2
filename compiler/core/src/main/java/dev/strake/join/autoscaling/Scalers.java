package dev.strake.join.autoscaling;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import java.util.List;
import java.util.Optional;

/** What autoscalers scale. */
final class Scalers {

  private static final String HORIZONTAL = "HorizontalPodAutoscaler";

  private Scalers() {}

  static List<Part> horizontal(ObjectSet objects) {
    return objects.all("autoscaling", HORIZONTAL).stream().map(Part::of).toList();
  }

  static List<Part> vertical(ObjectSet objects) {
    return objects.all("autoscaling.k8s.io", "VerticalPodAutoscaler").stream()
        .map(Part::of)
        .toList();
  }

  static Part target(Part scaler) {
    Part horizontal = scaler.field("spec", "scaleTargetRef");
    return horizontal.isSet() ? horizontal : scaler.field("spec", "targetRef");
  }

  /** A name of the target, equal for equal targets. */
  static List<String> targetKey(Part scaler) {
    Part target = target(scaler);
    return List.of(
        ObjectSet.namespace(scaler.object()),
        target.field("kind").textOrEmpty(),
        target.field("name").textOrEmpty());
  }

  /** The workload that is scaled; empty if it is none of those that are here. */
  static Optional<PodTemplate> workload(Part scaler, ObjectSet objects) {
    Part target = target(scaler);
    return objects.pod(
        target.field("kind").textOrEmpty(),
        ObjectSet.namespace(scaler.object()),
        target.field("name").textOrEmpty());
  }
}
