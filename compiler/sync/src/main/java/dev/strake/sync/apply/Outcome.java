package dev.strake.sync.apply;

import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.plan.Action;
import java.util.Optional;

/**
 * What came of one object.
 *
 * @param action that was tried, or that was not
 * @param message why it is not done; empty if it is. Never a Secret's value
 * @param live as the server has it now; empty if it is not there, or unknown
 */
public record Outcome(
    ObjectIdentity identity,
    Action action,
    Result result,
    String message,
    Optional<KubernetesObject> live) {

  /** How it ended. */
  public enum Result {
    DONE,
    /** Not asked for: something that it needs is not there. */
    SKIPPED,
    /** Nothing is wrong, but it has to wait for something outside of this run. */
    PENDING,
    FAILED
  }

  static Outcome done(ObjectIdentity identity, Action action, KubernetesObject live) {
    return new Outcome(identity, action, Result.DONE, "", Optional.of(live));
  }

  static Outcome of(ObjectIdentity identity, Action action, Result result, String message) {
    return new Outcome(identity, action, result, message, Optional.empty());
  }

  public boolean isDone() {
    return result == Result.DONE;
  }

  /** Whether a request of this run changed the object. */
  public boolean hasWritten() {
    return isDone() && action.writes();
  }
}
