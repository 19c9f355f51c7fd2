package dev.strake.api;

import java.util.List;

/**
 * Cron jobs.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go">ValidateCronJobCreate
 *     in validation.go</a>
 */
final class CronJobRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    checkSchedule(spec.field("schedule"));
    if (spec.field("timeZone").isText()) {
      Check.shapeAs(spec.field("timeZone"), TimeZones::problem);
    }
    Check.notNegative(
        spec, "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit");
    Check.oneOfOrEmpty(spec.field("concurrencyPolicy"), List.of("Allow", "Forbid", "Replace"));
    Cursor jobSpec = spec.field("jobTemplate", "spec");
    JobSpecRules.check(jobSpec, false, context);
    if (jobSpec.field("selector").isSet()) {
      jobSpec.field("selector").forbidden("in a CronJob: it is generated for each job");
    }
    if (jobSpec.field("manualSelector").isTrue()) {
      jobSpec.field("manualSelector").forbidden("in a CronJob: selectors are generated");
    }
  }

  /** validateScheduleFormat. */
  private static void checkSchedule(Cursor schedule) {
    if (schedule.isBlank()) {
      schedule.missing();
    } else if (schedule.text().contains("TZ")) {
      schedule.report(
          ApiCode.INVALID_VALUE,
          schedule.path() + " must not have a time zone in it",
          "name the zone in timeZone instead");
    } else {
      Check.shapeAs(schedule, CronSchedule::problem);
    }
  }
}
