package dev.strake.check.backup;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Backup.Velero;
import dev.strake.spec.EtcdBackup.SystemdTimer;
import dev.strake.spec.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is saved, and how often.
 *
 * @param what for messages: {@code snapshots of etcd}
 * @param origin of the schedule
 * @param daily a schedule that runs once a day, as its field writes it
 */
record Plan(String what, Recurrence recurrence, Origin origin, String daily) {

  static List<Plan> of(ResolvedCluster cluster) {
    List<Plan> plans = new ArrayList<>();
    Timer.of(cluster)
        .ifPresent(
            timer ->
                plans.add(
                    new Plan(
                        "snapshots of etcd",
                        Recurrence.of(timer.schedule()),
                        cluster.origins().of(timer, SystemdTimer::schedule),
                        "\"*-*-* 02:00:00\"")));
    Velero velero = cluster.spec().spec().backup().velero();
    if (velero != null) {
      plans.add(
          new Plan(
              "Velero's backups",
              Recurrence.of(velero.schedule()),
              cluster.origins().of(velero, Velero::schedule),
              "\"0 3 * * *\""));
    }
    return plans;
  }

  /** {@code 3 days}, {@code 2 hours} or {@code 5 minutes}: the largest unit that fits. */
  static String inWords(Duration length) {
    long days = length.toDays();
    long hours = length.toHours();
    if (days > 0) {
      return days == 1 ? "a day" : days + " days";
    }
    if (hours > 0) {
      return hours == 1 ? "an hour" : hours + " hours";
    }
    return length.toMinutes() == 1 ? "a minute" : length.toMinutes() + " minutes";
  }
}
