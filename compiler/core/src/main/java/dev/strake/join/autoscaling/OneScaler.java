package dev.strake.join.autoscaling;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two autoscalers of a kind for one workload. */
final class OneScaler implements BundleRule {

  @Override
  public String policy() {
    return "autoscaling/one-scaler";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    if (objects.isOfOneCluster()) {
      check(Scalers.horizontal(objects), violations);
      check(Scalers.vertical(objects), violations);
    }
  }

  private static void check(List<Part> scalers, Violations violations) {
    Map<List<String>, Part> first = new HashMap<>();
    for (Part scaler : scalers) {
      Part other = first.putIfAbsent(Scalers.targetKey(scaler), scaler);
      if (other != null) {
        Part target = Scalers.target(scaler).field("name");
        violations.add(
            target,
            "%s already scales %s".formatted(other.object().ref(), target.textOrEmpty()),
            Scalers.target(other).field("name"),
            "here");
      }
    }
  }
}
