package dev.strake.join.config;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An object that is declared twice for one cluster: the later one wins, whichever that is. */
final class DuplicateObject implements BundleRule {

  @Override
  public String policy() {
    return "metadata/duplicate-object";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    if (!objects.isOfOneCluster()) {
      return;
    }
    Map<List<String>, Manifest> seen = new HashMap<>();
    for (Manifest object : objects.all()) {
      Part name = Part.of(object).field("metadata", "name");
      if (name.textOrEmpty().isEmpty()) {
        continue;
      }
      List<String> identity =
          List.of(
              ObjectSet.group(object),
              object.ref().kind(),
              ObjectSet.namespace(object),
              object.ref().name());
      Manifest first = seen.putIfAbsent(identity, object);
      if (first != null) {
        violations.add(
            name,
            object.ref() + " is declared a second time",
            Part.of(first).field("metadata", "name"),
            "it is declared here first");
      }
    }
  }
}
