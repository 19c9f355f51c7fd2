package dev.strake.check.backup;

import dev.strake.check.DatedCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.EtcdBackup.SystemdTimer;
import dev.strake.spec.Origin;
import java.time.Duration;
import java.time.LocalDate;

/**
 * A random delay as long as the time between two runs, so that runs are left out.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#RandomizedDelaySec=">systemd.timer(5):
 *     RandomizedDelaySec</a>
 */
final class BackupDelay implements DatedCheck {

  static final Code BACKUP_DELAY = Code.warning("spec/backup-delay");

  @Override
  public void check(ResolvedCluster cluster, LocalDate asOf, DiagnosticSink sink) {
    Timer.of(cluster).ifPresent(timer -> judge(cluster, timer, asOf, sink));
  }

  private static void judge(
      ResolvedCluster cluster, SystemdTimer timer, LocalDate asOf, DiagnosticSink sink) {
    Origin place = cluster.origins().of(timer, SystemdTimer::randomizedDelay);
    Duration delay = timer.randomizedDelay().toDuration();
    if (delay.isNegative()) {
      sink.report(
          place
              .finding(BACKUP_DELAY, "a delay cannot be negative")
              .withSeverity(Severity.ERROR)
              .withHelp("write randomizedDelay: 10m, or 0s for none"));
      return;
    }
    Recurrence.of(timer.schedule())
        .gapsFrom(asOf)
        .map(Recurrence.Gaps::shortest)
        .filter(gap -> delay.compareTo(gap) >= 0)
        .ifPresent(
            gap ->
                sink.report(
                    place
                        .finding(
                            BACKUP_DELAY,
                            "a run may be delayed by %s, and the next is due after %s"
                                .formatted(timer.randomizedDelay(), Plan.inWords(gap)))
                        .withRelated(
                            cluster.origins().of(timer, SystemdTimer::schedule).range(),
                            "the schedule")
                        .withHelp(
                            "write randomizedDelay: %sm"
                                .formatted(Math.max(1, gap.toMinutes() / 10)))));
  }
}
