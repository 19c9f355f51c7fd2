package dev.strake.sync.live;

import java.time.Duration;

/** Waits. A test's does not. */
@FunctionalInterface
public interface Sleeper {

  /** Comes back early if the thread is interrupted, which stays so. */
  void sleep(Duration time);

  static Sleeper ofThread() {
    return time -> {
      try {
        Thread.sleep(time.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
