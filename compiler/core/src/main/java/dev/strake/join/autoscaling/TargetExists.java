package dev.strake.join.autoscaling;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An autoscaler of a workload that is not there. */
final class TargetExists implements BundleRule {

  /** Others are custom kinds, which may be made by somebody. */
  private static final Set<String> JUDGED =
      Set.of("DaemonSet", "Deployment", "ReplicaSet", "ReplicationController", "StatefulSet");

  @Override
  public String policy() {
    return "autoscaling/target-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    List<Part> scalers =
        Stream.concat(Scalers.horizontal(objects).stream(), Scalers.vertical(objects).stream())
            .toList();
    for (Part scaler : scalers) {
      Part target = Scalers.target(scaler);
      String kind = target.field("kind").textOrEmpty();
      String name = target.field("name").textOrEmpty();
      String namespace = ObjectSet.namespace(scaler.object());
      boolean there =
          Scalers.workload(scaler, objects).isPresent()
              || objects.has("apps", kind, namespace, name);
      if (JUDGED.contains(kind) && !there && !objects.mayHaveOtherPods(namespace)) {
        violations.add(
            target.field("name"), "there is no %s %s in %s".formatted(kind, name, namespace));
      }
    }
  }
}
