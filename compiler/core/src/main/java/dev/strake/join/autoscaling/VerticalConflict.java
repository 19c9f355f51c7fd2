package dev.strake.join.autoscaling;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import java.util.Set;

/** A workload that grows in number and in size by the same measure. */
final class VerticalConflict implements BundleRule {

  private static final Set<String> MEASURES = Set.of("cpu", "memory");

  @Override
  public String policy() {
    return "autoscaling/vertical-conflict";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part vertical : Scalers.vertical(objects)) {
      Part mode = vertical.field("spec", "updatePolicy", "updateMode");
      if (mode.is("Off") || mode.is("Initial")) {
        continue;
      }
      Scalers.horizontal(objects).stream()
          .filter(one -> Scalers.targetKey(one).equals(Scalers.targetKey(vertical)))
          .filter(VerticalConflict::measuresResources)
          .findFirst()
          .ifPresent(
              one ->
                  violations.add(
                      Scalers.target(vertical).field("name"),
                      "%s scales the same pods by cpu or memory".formatted(one.object().ref()),
                      Scalers.target(one).field("name"),
                      "here"));
    }
  }

  private static boolean measuresResources(Part horizontal) {
    return horizontal.field("spec", "targetCPUUtilizationPercentage").isSet()
        || horizontal.field("spec", "metrics").items().stream()
            .anyMatch(
                metric ->
                    MEASURES.contains(metric.field("resource", "name").textOrEmpty())
                        || MEASURES.contains(
                            metric.field("containerResource", "name").textOrEmpty()));
  }
}
