package dev.strake.join.backup;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.manifest.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Programs that back up volumes, each in its own way: K8up all claims of a namespace, VolSync one
 * claim, Longhorn what is on its own volumes.
 *
 * @see <a href="https://docs.k8up.io/k8up/2.11/references/object-specifications.html">K8up:
 *     Schedule</a>
 * @see <a href="https://volsync.readthedocs.io/en/stable/usage/triggers.html">VolSync: triggers</a>
 * @see <a
 *     href="https://longhorn.io/docs/latest/snapshots-and-backups/scheduling-backups-and-snapshots/">Longhorn:
 *     recurring snapshots and backups</a>
 */
final class VolumeBackups {

  private static final String STORAGE = "storage.k8s.io";
  private static final String LONGHORN = "driver.longhorn.io";
  private static final String LONGHORN_JOB = "recurring-job.longhorn.io/";
  private static final String LONGHORN_GROUP = "recurring-job-group.longhorn.io/";

  private final ObjectSet objects;
  private final List<Part> longhornJobs;

  VolumeBackups(ObjectSet objects) {
    this.objects = objects;
    longhornJobs =
        objects.all("longhorn.io", "RecurringJob").stream()
            .map(Part::of)
            .filter(job -> job.field("spec", "task").textOrEmpty().startsWith("backup"))
            .filter(job -> job.field("spec", "cron").isSet())
            .toList();
  }

  boolean isEmpty() {
    return longhornJobs.isEmpty()
        && objects.all("k8up.io", "Schedule").isEmpty()
        && objects.all("volsync.backube", "ReplicationSource").isEmpty();
  }

  boolean cover(Claim claim) {
    return isCoveredByK8up(claim) || isReplicated(claim) || isCoveredByLonghorn(claim);
  }

  /** What else happens to data that is in no backup, as the rest of a sentence. */
  String consequence(Claim claim) {
    Optional<Manifest> known = objects.find(STORAGE, "StorageClass", claim.storageClass());
    boolean kept = known.isEmpty() || Part.of(known.get()).field("reclaimPolicy").is("Retain");
    return kept
        ? ""
        : ", and StorageClass %s deletes volumes with their claims".formatted(claim.storageClass());
  }

  private boolean isCoveredByK8up(Claim claim) {
    return !claim.annotation("k8up.io/backup").is("false")
        && objects.all("k8up.io", "Schedule", claim.namespace()).stream()
            .anyMatch(each -> Part.of(each).field("spec", "backup", "schedule").isSet());
  }

  /** Without a trigger it goes on and on; one by hand is not a schedule. */
  private boolean isReplicated(Claim claim) {
    return objects.all("volsync.backube", "ReplicationSource", claim.namespace()).stream()
        .map(each -> Part.of(each).field("spec"))
        .filter(spec -> claim.isNamed(spec.field("sourcePVC").textOrEmpty()))
        .anyMatch(
            spec ->
                !spec.field("paused").isTrue()
                    && (spec.field("trigger", "schedule").isSet()
                        || !spec.field("trigger", "manual").isSet()));
  }

  /** A job of the group default takes all volumes that name no job themselves. */
  private boolean isCoveredByLonghorn(Claim claim) {
    return mayBeOnLonghorn(claim)
        && longhornJobs.stream()
            .anyMatch(
                job -> {
                  List<String> groups = job.field("spec", "groups").texts();
                  String name = job.object().ref().name();
                  return groups.contains("default")
                      || claim.labels().containsKey(LONGHORN_JOB + name)
                      || groups.stream()
                          .anyMatch(group -> claim.labels().containsKey(LONGHORN_GROUP + group));
                });
  }

  /** What is known to be on another's volumes is not. */
  private boolean mayBeOnLonghorn(Claim claim) {
    return objects
        .find(STORAGE, "StorageClass", claim.storageClass())
        .map(known -> Part.of(known).field("provisioner").is(LONGHORN))
        .orElse(true);
  }
}
