package dev.strake.sync.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A time in which syncs may run, or may not.
 *
 * @param kind which of the two
 * @param starts when it opens, on the clock of its zone: a local time that a change of the clock
 *     leaves out does not open it, and one that comes twice does so twice
 * @param duration how long it stays open, at most {@link #LONGEST}
 */
public record SyncWindow(Kind kind, Cron starts, Duration duration, ZoneId zone) {

  /** What a window is for. */
  public enum Kind {
    ALLOW,
    DENY
  }

  public static final Duration LONGEST = Duration.ofDays(7);

  public SyncWindow {
    if (!canLast(duration)) {
      throw new IllegalArgumentException("a window is open for one minute to seven days");
    }
  }

  /** Whether a window can be open for so long. */
  public static boolean canLast(Duration duration) {
    return duration.compareTo(Duration.ofMinutes(1)) >= 0 && duration.compareTo(LONGEST) <= 0;
  }

  /** From the minute that it opens in, up to but not including the end. */
  public boolean isOpen(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Instant earliest = now.minus(duration);
    while (minute.isAfter(earliest)) {
      if (starts.matches(minute.atZone(zone))) {
        return true;
      }
      minute = minute.minus(1, ChronoUnit.MINUTES);
    }
    return false;
  }

  /** {@code 0 22 * * * for 8h (Europe/Berlin)}. */
  @Override
  public String toString() {
    return starts + " for " + duration.toMinutes() + " min (" + zone + ")";
  }
}
