package dev.strake.generate.loadbalancer;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes do. */
final class Await {

  private static final long LIMIT_SECONDS = 30;

  private Await() {}

  /** How many milliseconds it took; too long is a failure. */
  static long that(String what, Callable<Boolean> condition) throws Exception {
    long begun = System.nanoTime();
    long limit = begun + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.call()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("waited in vain: " + what);
      }
      Thread.sleep(100);
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }
}
