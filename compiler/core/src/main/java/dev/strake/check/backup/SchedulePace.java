package dev.strake.check.backup;

import dev.strake.check.DatedCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Backups that never run, so seldom that a loss costs weeks, or so often that one begins while
 * another runs.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/systemd.time.html#Calendar%20Events">systemd.time(7)</a>
 */
final class SchedulePace implements DatedCheck {

  static final Code SCHEDULE_NEVER = Code.error("spec/schedule-never");
  static final Code SCHEDULE_PACE = Code.warning("spec/schedule-pace");

  private static final Duration OFTEN = Duration.ofMinutes(10);
  private static final Duration SELDOM = Duration.ofDays(7);

  @Override
  public void check(ResolvedCluster cluster, LocalDate asOf, DiagnosticSink sink) {
    for (Plan plan : Plan.of(cluster)) {
      if (!plan.recurrence().runsFrom(asOf)) {
        sink.report(
            plan.origin()
                .finding(
                    SCHEDULE_NEVER, "no day is such a day: %s never run".formatted(plan.what()))
                .withHelp("write " + plan.daily()));
      } else {
        plan.recurrence().gapsFrom(asOf).ifPresent(gaps -> judge(plan, gaps, sink));
      }
    }
  }

  private static void judge(Plan plan, Recurrence.Gaps gaps, DiagnosticSink sink) {
    if (gaps.shortest().compareTo(OFTEN) < 0) {
      sink.report(
          plan.origin()
              .finding(
                  SCHEDULE_PACE,
                  "%s begin %s after each other, and may not be done by then"
                      .formatted(plan.what(), Plan.inWords(gaps.shortest())))
              .withHelp("write %s, or every hour".formatted(plan.daily())));
    } else if (gaps.longest().compareTo(SELDOM) > 0) {
      sink.report(
          plan.origin()
              .finding(
                  SCHEDULE_PACE,
                  "%s are up to %s apart, and that much is lost"
                      .formatted(plan.what(), Plan.inWords(gaps.longest())))
              .withHelp("write " + plan.daily()));
    }
  }
}
