package dev.strake.api;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        "? ? ? ? ?",
        "0 0 1 1 0",
        "59 23 31 12 6",
        "*/15 1-5 * * 1-5",
        "0,30 8-18/2 * jan-MAR mon,Fri",
        "5/10 * * * *",
        "  0   0 * *\t* ",
        "0 0 * * sun-sat",
        // A star ends the matter, whatever range follows it.
        "*-99 * * * *",
        // Commas with nothing between them do not count.
        ",1,, * * * *",
        "+5 * * * *",
        "@daily",
        "@every 1h30m",
        "@every 0s"
      })
  void schedules(String text) {
    assertNull(CronSchedule.problem(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 0 *",
        "* * * 13 *",
        "* * * * 7",
        "-1 * * * *",
        "5-1 * * * *",
        "1-2-3 * * * *",
        "*/0 * * * *",
        "*/-1 * * * *",
        "1/2/3 * * * *",
        "*/ * * * *",
        "a * * * *",
        "mon * * * *",
        "* * * * monday",
        "1.5 * * * *",
        "99999999999999999999 * * * *",
        "@Daily",
        "@daily ",
        "@reboot",
        "@every",
        "@every 1d",
        "L * * * *"
      })
  void noSchedules(String text) {
    assertNotNull(CronSchedule.problem(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Etc/UTC",
        "Europe/Berlin",
        "America/Argentina/Buenos_Aires",
        "EST",
        "GMT+0"
      })
  void timeZones(String text) {
    assertNull(TimeZones.problem(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Local",
        "local",
        "utc",
        "Europe/Berlni",
        "/Europe/Berlin",
        "Europe//Berlin",
        "../Berlin",
        "UTC+1",
        "+01:00",
        "-Europe/Berlin"
      })
  void noTimeZones(String text) {
    assertNotNull(TimeZones.problem(text), text);
  }
}
