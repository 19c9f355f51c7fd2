package dev.strake.sync.health.explain;

import java.time.Duration;

/** Spans of time for people. */
public final class Span {

  private Span() {}

  /** In the largest unit of which there are two: {@code 90 s}, {@code 5 min}, {@code 3 h}. */
  public static String of(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 2 * 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 2 * 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }
}
