package dev.strake.sync.lease;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One contender for one Lease. It does nothing by itself: somebody calls {@link #tick} every {@link
 * LeaseTimings#retry}, and asks {@link #isHeld} before each write, which never waits for a request.
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
  private volatile @Nullable Holding holding;

  /**
   * A Lease that is ours.
   *
   * @param renewedAt on the monotonic clock, when the last renewal was asked for
   * @param renewedOn the same on the wall clock
   */
  private record Holding(int term, long renewedAt, Instant renewedOn) {}

  /**
   * @param identity of this process, and of no other, ever
   * @param nanos a monotonic clock
   * @param clock for what people read in the Lease, and for the time that a machine has slept
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
    Instant askedOn = clock.instant();
    try {
      if (!renewKnown(asked, askedOn)) {
        take(asked, askedOn);
      }
    } catch (IOException e) {
      // The deadline decides how long that is bearable.
    }
  }

  /** One request where nobody has touched the Lease, as nobody does while it is held. */
  private boolean renewKnown(long asked, Instant askedOn) throws IOException {
    LeaseRecord lease = seen;
    if (holding == null || lease == null) {
      return false;
    }
    Optional<LeaseRecord> now = leases.update(renewed(lease));
    now.ifPresent(renewed -> settle(Optional.of(renewed), asked, askedOn));
    return now.isPresent();
  }

  private void take(long asked, Instant askedOn) throws IOException {
    Optional<LeaseRecord> found = leases.get(name);
    if (found.isEmpty()) {
      settle(leases.create(mine("", 0)), asked, askedOn);
      return;
    }
    LeaseRecord lease = found.get();
    observe(lease);
    if (lease.holder().equals(identity)) {
      settle(leases.update(renewed(lease)), asked, askedOn);
    } else if (lease.holder().isEmpty() || isExpired()) {
      LeaseRecord taken = mine(lease.resourceVersion(), lease.transitions() + 1);
      settle(leases.update(taken), asked, askedOn);
    } else {
      holding = null;
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

  private void settle(Optional<LeaseRecord> now, long asked, Instant askedOn) {
    now.ifPresent(this::observe);
    holding = now.map(lease -> new Holding(lease.transitions(), asked, askedOn)).orElse(null);
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

  /**
   * Whether it is ours, and surely nobody else's yet. The monotonic clock of many machines stops
   * while they sleep, so both clocks must say so; a wall clock that goes back takes nothing away.
   */
  public boolean isHeld() {
    Holding now = holding;
    return now != null
        && nanos.getAsLong() - now.renewedAt() < timings.deadline().toNanos()
        && Duration.between(now.renewedOn(), clock.instant()).compareTo(timings.deadline()) < 0;
  }

  /**
   * Which holder this is, counted over all; grows with each. Means nothing while it is not held.
   */
  public int term() {
    Holding now = holding;
    return now == null ? 0 : now.term();
  }

  /** Gives it up, so that the next one need not wait. */
  public synchronized void release() {
    LeaseRecord lease = seen;
    boolean mine = holding != null;
    holding = null;
    if (!mine || lease == null) {
      return;
    }
    try {
      if (leases.update(released(lease)).isEmpty()) {
        // Our own renewal may have been stored without its answer having reached us.
        Optional<LeaseRecord> now = leases.get(name);
        if (now.isPresent() && now.get().holder().equals(identity)) {
          Optional<LeaseRecord> unused = leases.update(released(now.get()));
        }
      }
    } catch (IOException e) {
      // Then it expires.
    }
  }

  private LeaseRecord released(LeaseRecord lease) {
    return new LeaseRecord(
        name,
        "",
        timings.duration(),
        lease.acquired(),
        clock.instant(),
        lease.transitions(),
        lease.resourceVersion());
  }
}
