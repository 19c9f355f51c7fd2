package dev.strake.sync.apply;

import dev.strake.sync.live.Sleeper;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks again and again until something is so.
 *
 * @param longest to wait for one thing
 * @param pause between two questions
 */
public record Patience(Duration longest, Duration pause, Sleeper sleeper) {

  /**
   * Waits.
   *
   * @param missing what is still missing; empty once all is there
   * @return what was missing in the end; empty if all came to be there
   */
  Optional<String> await(Supplier<Optional<String>> missing) {
    long questions = Math.max(1, longest.toMillis() / Math.max(1, pause.toMillis()));
    Optional<String> left = missing.get();
    for (long i = 0; i < questions && left.isPresent(); i++) {
      if (Thread.currentThread().isInterrupted()) {
        return left;
      }
      sleeper.sleep(pause);
      left = missing.get();
    }
    return left;
  }
}
