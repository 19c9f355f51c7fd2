package dev.strake.join.backup;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Violations;
import java.util.LinkedHashMap;
import java.util.Map;

/** A namespace with data that nothing backs up: no Schedule of Velero, nor another's of its own. */
final class VeleroCoverage implements BundleRule {

  @Override
  public String policy() {
    return "backup/velero-coverage";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    VeleroSchedules velero = new VeleroSchedules(objects);
    VolumeBackups others = new VolumeBackups(objects);
    // Who has no backups in a folder of manifests may have them elsewhere.
    if (velero.isEmpty() && others.isEmpty() && !objects.isOfOneCluster()) {
      return;
    }
    Map<String, Claim> first = new LinkedHashMap<>();
    Claim.all(objects).stream()
        .filter(claim -> !velero.cover(claim.namespace()) && !others.cover(claim))
        .forEach(claim -> first.putIfAbsent(claim.namespace(), claim));
    first.forEach(
        (namespace, claim) ->
            violations.add(claim.place(), velero.whyNot(namespace) + others.consequence(claim)));
  }
}
