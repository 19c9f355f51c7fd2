package dev.strake.git;

import java.time.Duration;

/**
 * What a fetch may cost.
 *
 * @param bytes that the remote may send
 * @param time for all of it
 * @param silence after which a remote that says nothing is given up
 */
public record FetchLimits(long bytes, Duration time, Duration silence) {

  /** Enough for every repository of manifests, and not for the rest of somebody's disk. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(512L << 20, Duration.ofMinutes(5), Duration.ofSeconds(30));
}
