package dev.strake.join.autoscaling;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;

/** A workload that says how many replicas it has, and an autoscaler that says so too. */
final class FixedReplicas implements BundleRule {

  @Override
  public String policy() {
    return "autoscaling/fixed-replicas";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part scaler : Scalers.horizontal(objects)) {
      Scalers.workload(scaler, objects)
          .map(pod -> Part.of(pod.owner()).field("spec", "replicas"))
          .filter(Part::isSet)
          .ifPresent(
              replicas ->
                  violations.add(
                      replicas,
                      "an autoscaler decides about the replicas, and every apply undoes it",
                      Scalers.target(scaler),
                      "by this autoscaler"));
    }
  }
}
