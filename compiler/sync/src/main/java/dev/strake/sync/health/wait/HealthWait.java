package dev.strake.sync.health.wait;

import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthStatus;
import dev.strake.sync.health.SetHealth;
import dev.strake.sync.object.ObjectIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * A wait for objects to become current, as far as it has got. Each observation gives another one.
 *
 * <p>Its views show what it is told. Who observes masks the values of Secrets first, with {@link
 * dev.strake.sync.health.explain.SecretMask}: a condition may quote them.
 *
 * <p>An object that nobody has observed yet is unknown. One that was current and is not any more is
 * waited for again.
 */
public final class HealthWait {

  private final Instant start;
  private final WaitLimits limits;
  private final Map<ObjectIdentity, Seen> seen;

  private HealthWait(Instant start, WaitLimits limits, Map<ObjectIdentity, Seen> seen) {
    this.start = start;
    this.limits = limits;
    this.seen = seen;
  }

  public static HealthWait start(
      Collection<ObjectIdentity> objects, WaitLimits limits, Instant now) {
    Map<ObjectIdentity, Seen> seen = new TreeMap<>();
    Health unseen = Health.unknown("nobody has looked yet");
    objects.forEach(object -> seen.put(object, new Seen(unseen, now)));
    return new HealthWait(now, limits, seen);
  }

  /** With what was observed; objects that are not waited for are left out. */
  public HealthWait observe(Map<ObjectIdentity, Health> observed, Instant now) {
    Map<ObjectIdentity, Seen> next = new TreeMap<>(seen);
    observed.forEach(
        (object, health) ->
            next.computeIfPresent(object, (key, before) -> before.then(health, now)));
    return new HealthWait(start, limits, next);
  }

  public WaitOutcome outcome(Instant now) {
    if (health().status() == HealthStatus.CURRENT) {
      return WaitOutcome.DONE;
    }
    if (seen.values().stream().anyMatch(one -> one.hasFailedFor(limits.grace(), now))) {
      return WaitOutcome.FAILED;
    }
    return elapsed(now).compareTo(limits.timeout()) >= 0
        ? WaitOutcome.TIMED_OUT
        : WaitOutcome.WAITING;
  }

  /** How the objects do, as last observed. */
  public SetHealth health() {
    Map<ObjectIdentity, Health> objects = new TreeMap<>();
    seen.forEach((object, one) -> objects.put(object, one.health()));
    return new SetHealth(objects);
  }

  /** How an object does that is waited for. */
  Health health(ObjectIdentity object) {
    Seen one = seen.get(object);
    return one == null ? Health.NOT_FOUND : one.health();
  }

  /** How long an object has done so. */
  Duration since(ObjectIdentity object, Instant now) {
    Seen one = seen.get(object);
    return one == null ? Duration.ZERO : Duration.between(one.since(), now);
  }

  Duration elapsed(Instant now) {
    return Duration.between(start, now);
  }

  WaitLimits limits() {
    return limits;
  }

  /**
   * @param since when the object came to its status
   */
  private record Seen(Health health, Instant since) {
    Seen then(Health next, Instant now) {
      return new Seen(next, next.status() == health.status() ? since : now);
    }

    boolean hasFailedFor(Duration grace, Instant now) {
      return health.isFailed() && Duration.between(since, now).compareTo(grace) >= 0;
    }
  }
}
