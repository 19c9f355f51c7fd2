package dev.strake.join.backup;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.List;

/**
 * A database of CloudNativePG that nothing backs up again and again. One that follows another has
 * its data from there.
 *
 * @see <a
 *     href="https://cloudnative-pg.io/documentation/current/backup/#scheduled-backups">CloudNativePG:
 *     scheduled backups</a>
 */
final class DatabaseSchedule implements BundleRule {

  private static final String GROUP = "postgresql.cnpg.io";
  private static final String SCHEDULE = "ScheduledBackup";

  @Override
  public String policy() {
    return "backup/database-schedule";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    VeleroSchedules velero = new VeleroSchedules(objects);
    if (velero.isEmpty() && objects.all(GROUP, SCHEDULE).isEmpty() && !objects.isOfOneCluster()) {
      return;
    }
    for (Manifest cluster : objects.all(GROUP, "Cluster")) {
      String namespace = ObjectSet.namespace(cluster);
      Part written = Part.of(cluster);
      boolean follows = written.field("spec", "replica", "enabled").isTrue();
      if (!follows && !velero.cover(namespace)) {
        List<Part> schedules = schedules(cluster, objects);
        if (schedules.stream().allMatch(each -> each.field("spec", "suspend").isTrue())) {
          violations.add(
              written.field("metadata", "name"),
              schedules.isEmpty()
                  ? "no ScheduledBackup backs up the database " + cluster.ref().name()
                  : "the ScheduledBackup of the database %s is suspended"
                      .formatted(cluster.ref().name()));
        }
      }
    }
  }

  private static List<Part> schedules(Manifest cluster, ObjectSet objects) {
    return objects.all(GROUP, SCHEDULE, ObjectSet.namespace(cluster)).stream()
        .map(Part::of)
        .filter(each -> each.field("spec", "cluster", "name").is(cluster.ref().name()))
        .toList();
  }
}
