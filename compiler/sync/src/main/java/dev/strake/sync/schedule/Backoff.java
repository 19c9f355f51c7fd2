package dev.strake.sync.schedule;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: twice as long after each failure, up to a limit, and
 * somewhere between half of that and all of it, so that many clusters do not come back at once.
 */
public record Backoff(Duration first, Duration longest) {

  /** As Argo CD has it: five seconds, doubled, up to three minutes. */
  public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(3));

  /**
   * @param failures in a row, at least 1
   * @param random from 0 up to but not including 1
   */
  public Duration after(int failures, DoubleSupplier random) {
    if (failures < 1) {
      throw new IllegalArgumentException("nothing has failed");
    }
    Duration whole = first;
    for (int i = 1; i < failures && whole.compareTo(longest) < 0; i++) {
      whole = whole.multipliedBy(2);
    }
    long millis = Math.min(whole.toMillis(), longest.toMillis());
    return Duration.ofMillis(millis / 2 + (long) (millis * 0.5 * random.getAsDouble()));
  }
}
