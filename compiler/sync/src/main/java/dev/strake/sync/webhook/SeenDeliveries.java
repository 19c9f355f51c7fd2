package dev.strake.sync.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The deliveries of late, so that a captured request does nothing when it is sent again. Bounded:
 * the oldest are forgotten first, and who repeats one of those makes the agent poll once more.
 */
final class SeenDeliveries {

  private final int most;
  private final Duration kept;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  SeenDeliveries(int most, Duration kept) {
    this.most = most;
    this.kept = kept;
  }

  /** Whether it is the first time; from now on it is not. */
  synchronized boolean isNew(String delivery, Instant now) {
    forget(now);
    if (seen.containsKey(delivery)) {
      return false;
    }
    seen.put(delivery, now);
    return true;
  }

  private void forget(Instant now) {
    Iterator<Instant> times = seen.values().iterator();
    Instant oldest = now.minus(kept);
    while (times.hasNext()) {
      boolean old = times.next().isBefore(oldest);
      if (!old && seen.size() < most) {
        return;
      }
      times.remove();
    }
  }

  synchronized int size() {
    return seen.size();
  }
}
