package dev.strake.join.backup;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;

/** A Schedule of Velero whose backups have nowhere to go. */
final class VeleroLocation implements BundleRule {

  private static final String GROUP = "velero.io";
  private static final String KIND = "BackupStorageLocation";

  @Override
  public String policy() {
    return "backup/velero-location";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    if (objects.all(GROUP, KIND).isEmpty()) {
      return;
    }
    for (Manifest schedule : objects.all(GROUP, "Schedule")) {
      Part name = Part.of(schedule).field("spec", "template", "storageLocation");
      String namespace = ObjectSet.namespace(schedule);
      if (name.text().isPresent() && !objects.has(GROUP, KIND, namespace, name.textOrEmpty())) {
        violations.add(
            name, "there is no %s %s in %s".formatted(KIND, name.textOrEmpty(), namespace));
      }
    }
  }
}
