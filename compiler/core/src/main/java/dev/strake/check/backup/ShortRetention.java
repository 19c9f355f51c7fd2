package dev.strake.check.backup;

import dev.strake.check.DatedCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Backup.Velero;
import dev.strake.spec.EtcdBackup.SystemdTimer;
import dev.strake.spec.Origin;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Backups that are gone before anybody notices that they are needed, or before the next is there.
 *
 * @see <a href="https://velero.io/docs/main/how-velero-works/#set-a-backup-to-expire">Velero: set a
 *     backup to expire</a>
 */
final class ShortRetention implements DatedCheck {

  static final Code SHORT_RETENTION = Code.warning("spec/short-retention");

  private static final Duration DAY = Duration.ofDays(1);

  @Override
  public void check(ResolvedCluster cluster, LocalDate asOf, DiagnosticSink sink) {
    Timer.of(cluster).ifPresent(timer -> judge(cluster, timer, asOf, sink));
    Velero velero = cluster.spec().spec().backup().velero();
    if (velero != null) {
      judge(cluster, velero, asOf, sink);
    }
  }

  private static void judge(
      ResolvedCluster cluster, SystemdTimer timer, LocalDate asOf, DiagnosticSink sink) {
    Origin place = cluster.origins().of(timer, SystemdTimer::keep);
    if (timer.keep() == 1) {
      sink.report(
          place
              .finding(SHORT_RETENTION, "one snapshot is kept: the next one may save the damage")
              .withHelp("write keep: 14"));
      return;
    }
    Recurrence.of(timer.schedule())
        .gapsFrom(asOf)
        .map(Recurrence.Gaps::shortest)
        .filter(gap -> gap.multipliedBy(timer.keep()).compareTo(DAY) < 0)
        .ifPresent(
            gap ->
                sink.report(
                    place
                        .finding(
                            SHORT_RETENTION,
                            "%s snapshots, one every %s, do not reach back a day"
                                .formatted(timer.keep(), Plan.inWords(gap)))
                        .withRelated(
                            cluster.origins().of(timer, SystemdTimer::schedule).range(),
                            "the schedule")
                        .withHelp("write keep: " + 2 * DAY.dividedBy(gap))));
  }

  private static void judge(
      ResolvedCluster cluster, Velero velero, LocalDate asOf, DiagnosticSink sink) {
    Origin place = cluster.origins().of(velero, Velero::ttl);
    Duration ttl = velero.ttl().toDuration();
    if (ttl.isZero() || ttl.isNegative()) {
      sink.report(
          place
              .finding(SHORT_RETENTION, "a backup cannot be kept for " + velero.ttl())
              .withSeverity(Severity.ERROR)
              .withHelp("write ttl: 720h, 30 days"));
      return;
    }
    Recurrence.of(velero.schedule())
        .gapsFrom(asOf)
        .map(Recurrence.Gaps::longest)
        .filter(gap -> ttl.compareTo(gap) <= 0)
        .ifPresent(
            gap ->
                sink.report(
                    place
                        .finding(
                            SHORT_RETENTION,
                            "a backup is deleted after %s, and the next may come %s later"
                                .formatted(velero.ttl(), Plan.inWords(gap)))
                        .withRelated(
                            cluster.origins().of(velero, Velero::schedule).range(), "the schedule")
                        .withHelp("write ttl: %sh".formatted(7 * gap.toHours()))));
  }
}
