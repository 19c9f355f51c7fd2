package dev.strake.sync.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** 2026-11-23 is a Monday, 2026-02-01 a Sunday. */
  @ParameterizedTest
  @CsvSource({
    "'* * * * *', 2026-11-23T12:34, true",
    "'34 12 * * *', 2026-11-23T12:34, true",
    "'35 12 * * *', 2026-11-23T12:34, false",
    "'*/15 * * * *', 2026-11-23T12:45, true",
    "'*/15 * * * *', 2026-11-23T12:50, false",
    "'5/20 * * * *', 2026-11-23T12:45, true",
    "'5/20 * * * *', 2026-11-23T12:05, true",
    "'5/20 * * * *', 2026-11-23T12:04, false",
    "'0 8-18 * * mon-fri', 2026-11-23T18:00, true",
    "'0 8-18 * * mon-fri', 2026-11-23T19:00, false",
    "'0 8-18 * * MON-FRI', 2026-11-22T12:00, false",
    "'0 0 * * 0', 2026-11-22T00:00, true",
    "'0 0 1 feb *', 2026-02-01T00:00, true",
    "'0 0 1 * mon', 2026-11-23T00:00, true",
    "'0 0 1 * mon', 2026-02-01T00:00, true",
    "'0 0 1 * mon', 2026-11-24T00:00, false",
    "'0 0 */2 * mon', 2026-11-24T00:00, false",
    "'0 0 1,15 * *', 2026-11-15T00:00, true",
    "'0 0 ? * 1', 2026-11-23T00:00, true"
  })
  void aMinuteMatchesAsInACronJob(String cron, String time, boolean matches) {
    assertEquals(matches, Cron.parse(cron).matches(ZonedDateTime.parse(time + ":59Z")), cron);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "@daily",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 13 *",
        "* * * * 7",
        "5-1 * * * *",
        "*/0 * * * *",
        "a * * * *",
        "1, * * * *",
        "-1 * * * *",
        "TZ=UTC 0 0 * * *"
      })
  void whatIsNoCronIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Cron.parse(text));
  }

  private static SyncWindow window(SyncWindow.Kind kind, String cron, Duration time, ZoneId zone) {
    return new SyncWindow(kind, Cron.parse(cron), time, zone);
  }

  private static boolean open(SyncWindow window, String instant) {
    return window.isOpen(Instant.parse(instant));
  }

  @Test
  void aWindowIsOpenFromItsMinuteUpToItsEnd() {
    SyncWindow night = window(SyncWindow.Kind.ALLOW, "0 22 * * *", Duration.ofHours(8), BERLIN);
    // In winter Berlin is an hour ahead of UTC.
    assertFalse(open(night, "2026-11-23T20:59:59Z"));
    assertTrue(open(night, "2026-11-23T21:00:00Z"));
    assertTrue(open(night, "2026-11-24T04:59:59Z"));
    assertFalse(open(night, "2026-11-24T05:00:00Z"));
    SyncWindow minute = window(SyncWindow.Kind.ALLOW, "0 12 * * *", Duration.ofMinutes(1), UTC);
    assertTrue(open(minute, "2026-11-23T12:00:59Z"));
    assertFalse(open(minute, "2026-11-23T12:01:00Z"));
  }

  @Test
  void clocksThatChangeMoveAWindowAsTheyMovePeople() {
    SyncWindow night = window(SyncWindow.Kind.ALLOW, "0 22 * * *", Duration.ofHours(8), BERLIN);
    assertTrue(open(night, "2026-07-01T20:00:00Z"));
    assertFalse(open(night, "2026-07-01T19:59:59Z"));
    // On 2026-03-29 two o'clock is three o'clock: half past two does not come.
    SyncWindow skipped = window(SyncWindow.Kind.DENY, "30 2 * * *", Duration.ofMinutes(10), BERLIN);
    for (int minute = 0; minute < 180; minute++) {
      Instant time = Instant.parse("2026-03-29T00:00:00Z").plusSeconds(60L * minute);
      assertFalse(skipped.isOpen(time), time.toString());
    }
    // On 2026-10-25 it comes twice.
    assertTrue(open(skipped, "2026-10-25T00:30:00Z"));
    assertFalse(open(skipped, "2026-10-25T00:45:00Z"));
    assertTrue(open(skipped, "2026-10-25T01:30:00Z"));
  }

  @Test
  void denyingWins() {
    SyncWindow day = window(SyncWindow.Kind.ALLOW, "0 8 * * *", Duration.ofHours(10), UTC);
    SyncWindow lunch = window(SyncWindow.Kind.DENY, "0 12 * * *", Duration.ofHours(1), UTC);
    SyncWindows windows = new SyncWindows(List.of(day, lunch));
    assertEquals(Optional.empty(), windows.closed(Instant.parse("2026-11-23T11:59:00Z")));
    assertEquals(
        Optional.of("a window denies it: 0 12 * * * for 60 min (UTC)"),
        windows.closed(Instant.parse("2026-11-23T12:00:00Z")));
    assertEquals(
        Optional.of("no window allows it now"),
        windows.closed(Instant.parse("2026-11-23T18:00:00Z")));
    assertEquals(
        Optional.empty(),
        new SyncWindows(List.of(lunch)).closed(Instant.parse("2026-11-23T18:00:00Z")));
    assertEquals(Optional.empty(), SyncWindows.always().closed(Instant.EPOCH));
  }

  @Test
  void aWindowIsNeitherShorterThanAMinuteNorLongerThanAWeek() {
    for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(59), Duration.ofDays(8))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> window(SyncWindow.Kind.ALLOW, "* * * * *", bad, UTC));
    }
    assertTrue(
        open(
            window(SyncWindow.Kind.ALLOW, "0 0 * * mon", SyncWindow.LONGEST, UTC),
            "2026-11-29T23:59:59Z"));
  }

  @Test
  void theWaitDoublesUpToItsLimitAndIsScattered() {
    List<Long> least = new ArrayList<>();
    List<Long> most = new ArrayList<>();
    for (int failures : List.of(1, 2, 3, 6, 7, 100, Integer.MAX_VALUE)) {
      least.add(Backoff.DEFAULT.after(failures, () -> 0).toMillis());
      most.add(Backoff.DEFAULT.after(failures, () -> 0.999999).toSeconds());
    }
    assertEquals(List.of(2500L, 5000L, 10000L, 80000L, 90000L, 90000L, 90000L), least);
    assertEquals(List.of(4L, 9L, 19L, 159L, 179L, 179L, 179L), most);
  }
}
