package dev.strake.sync.lease;

import java.time.Duration;

/**
 * How long what takes.
 *
 * @param duration after which without a renewal others take a Lease
 * @param deadline after which without a renewal its holder stops believing in it; shorter, by more
 *     than a request takes
 * @param retry how often a Lease is looked at
 */
public record LeaseTimings(Duration duration, Duration deadline, Duration retry) {

  /** As Kubernetes' own controllers have them. */
  public static final LeaseTimings DEFAULT =
      new LeaseTimings(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));

  public LeaseTimings {
    if (deadline.compareTo(duration) >= 0 || retry.compareTo(deadline) >= 0) {
      throw new IllegalArgumentException("a Lease needs retry < deadline < duration");
    }
  }
}
