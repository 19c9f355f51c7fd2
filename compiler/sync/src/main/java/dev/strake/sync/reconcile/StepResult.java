package dev.strake.sync.reconcile;

import java.util.function.Function;
import java.util.function.Supplier;

/** How a step ended. */
public sealed interface StepResult {

  /** The next one may begin. */
  record Passed() implements StepResult {
    @Override
    public <T> T match(Supplier<T> passed, Function<Failed, T> failed) {
      return passed.get();
    }
  }

  /**
   * The attempt is over.
   *
   * @param passing whether it may go well with the same commit a moment later: an API server that
   *     cannot be reached, and not a policy that is violated
   * @param message for people; holds no secret
   */
  record Failed(boolean passing, String message) implements StepResult {
    @Override
    public <T> T match(Supplier<T> passed, Function<Failed, T> failed) {
      return failed.apply(this);
    }
  }

  static StepResult passed() {
    return new Passed();
  }

  /** Nothing but another commit, or another cluster, helps. */
  static StepResult refused(String message) {
    return new Failed(false, message);
  }

  /** It may go well a moment later. */
  static StepResult interrupted(String message) {
    return new Failed(true, message);
  }

  /** This replica may not act on the cluster any more. */
  static StepResult lost() {
    return interrupted("another replica may keep this cluster by now");
  }

  <T> T match(Supplier<T> passed, Function<Failed, T> failed);
}
