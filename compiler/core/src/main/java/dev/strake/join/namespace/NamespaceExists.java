package dev.strake.join.namespace;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.HashSet;
import java.util.Set;

/** A namespace that objects lie in and that nobody declares. Said once, at the first of them. */
final class NamespaceExists implements BundleRule {

  private static final String KIND = "Namespace";

  @Override
  public String policy() {
    return "namespaces/exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    if (!objects.isOfOneCluster()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Manifest object : objects.all()) {
      String name = object.ref().namespace();
      if (name != null
          && !object.isGenerated()
          && !SystemNamespaces.has(name)
          && seen.add(name)
          && !objects.has("", KIND, name)) {
        violations.add(
            Part.of(object).field("metadata", "namespace"),
            "nobody declares the namespace " + name);
      }
    }
  }
}
