package dev.strake.sync.health.wait;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param timeout for all objects together
 * @param grace how long an object may have failed before that ends the wait: a container may crash
 *     until its database is there
 */
public record WaitLimits(Duration timeout, Duration grace) {

  public static final WaitLimits DEFAULT =
      new WaitLimits(Duration.ofMinutes(5), Duration.ofSeconds(30));

  public WaitLimits {
    if (timeout.isNegative() || grace.isNegative()) {
      throw new IllegalArgumentException("not a time to wait: " + timeout + ", " + grace);
    }
  }
}
