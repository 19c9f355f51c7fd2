package dev.strake.sync.lease;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One contender for one Lease. It does nothing by itself: somebody calls {@link #tick} every {@link
 * LeaseTimings#retry}, and asks {@link #isHeld} before each write.
 */
public final class Election {

  private final Leases leases;
  private final String name;
  private final String identity;
  private final LeaseTimings timings;
  private final LongSupplier nanos;
  private final Clock clock;

  private @Nullable LeaseRecord seen;
  private long seenAt;
  private boolean held;
  private long renewedAt;

  /**
   * @param identity of this process, and of no other, ever
   * @param nanos a monotonic clock
   * @param clock for what people read in the Lease
   */
  public Election(
      Leases leases,
      String name,
      String identity,
      LeaseTimings timings,
      LongSupplier nanos,
      Clock clock) {
    this.leases = leases;
    this.name = name;
    this.identity = identity;
    this.timings = timings;
    this.nanos = nanos;
    this.clock = clock;
  }

  /** Renews the Lease, or takes it if nobody has it. What the API server does not answer waits. */
  public synchronized void tick() {
    // Taken before the request: until it is answered, others may have waited as long as we.
    long asked = nanos.getAsLong();
    try {
      Optional<LeaseRecord> found = leases.get(name);
      if (found.isEmpty()) {
        settle(leases.create(mine("", 0)), asked);
        return;
      }
      LeaseRecord lease = found.get();
      observe(lease);
      if (lease.holder().equals(identity)) {
        settle(leases.update(renewed(lease)), asked);
      } else if (lease.holder().isEmpty() || isExpired()) {
        settle(leases.update(mine(lease.resourceVersion(), lease.transitions() + 1)), asked);
      } else {
        held = false;
      }
    } catch (IOException e) {
      // The deadline decides how long that is bearable.
    }
  }

  private void observe(LeaseRecord lease) {
    if (seen == null || !seen.resourceVersion().equals(lease.resourceVersion())) {
      seen = lease;
      seenAt = nanos.getAsLong();
    }
  }

  /** Counted from when we saw it change, not from when it says that it changed. */
  private boolean isExpired() {
    LeaseRecord lease = seen;
    Duration duration =
        lease == null || lease.duration().compareTo(timings.duration()) < 0
            ? timings.duration()
            : lease.duration();
    return nanos.getAsLong() - seenAt > duration.toNanos();
  }

  private void settle(Optional<LeaseRecord> now, long asked) {
    held = now.isPresent();
    if (now.isPresent()) {
      observe(now.get());
      renewedAt = asked;
    }
  }

  private LeaseRecord mine(String resourceVersion, int transitions) {
    return new LeaseRecord(
        name,
        identity,
        timings.duration(),
        clock.instant(),
        clock.instant(),
        transitions,
        resourceVersion);
  }

  private LeaseRecord renewed(LeaseRecord lease) {
    return new LeaseRecord(
        name,
        identity,
        timings.duration(),
        lease.acquired(),
        clock.instant(),
        lease.transitions(),
        lease.resourceVersion());
  }

  /** Whether it is ours, and surely nobody else's yet. */
  public synchronized boolean isHeld() {
    return held && nanos.getAsLong() - renewedAt < timings.deadline().toNanos();
  }

  /**
   * Which holder this is, counted over all; grows with each. Means nothing while it is not held.
   */
  public synchronized int term() {
    return seen == null ? 0 : seen.transitions();
  }

  /** Gives it up, so that the next one need not wait. */
  public synchronized void release() {
    LeaseRecord lease = seen;
    boolean mine = held && lease != null;
    held = false;
    if (!mine || lease == null) {
      return;
    }
    try {
      leases.update(
          new LeaseRecord(
              name,
              "",
              timings.duration(),
              lease.acquired(),
              clock.instant(),
              lease.transitions(),
              lease.resourceVersion()));
    } catch (IOException e) {
      // Then it expires.
    }
  }
}
