package dev.strake.sync.live;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a request is repeated, and after what time.
 *
 * @param attempts in all
 * @param first pause; it doubles
 * @param longest pause, also if the server asks for a longer one
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

  /** Outlasts the restart of an API server behind a load balancer. */
  public static RetryPolicy standard() {
    return new RetryPolicy(8, Duration.ofMillis(200), Duration.ofSeconds(30));
  }

  /**
   * The pause behind an attempt.
   *
   * @param attempt the first is 1
   * @param asked by the server
   */
  Duration pause(int attempt, Optional<Duration> asked) {
    Duration own = first.multipliedBy(1L << Math.min(attempt - 1, 20));
    Duration wanted = asked.filter(pause -> pause.compareTo(own) > 0).orElse(own);
    return wanted.compareTo(longest) < 0 ? wanted : longest;
  }

  /** Whether the server may say something else the next time. */
  static boolean isPassing(int code) {
    return code == 429 || code == 500 || code == 502 || code == 503 || code == 504;
  }
}
