package dev.strake.sync.reconcile;

import dev.strake.git.Revision;
import dev.strake.sync.schedule.Backoff;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What is known of a cluster's syncs. It lives in memory only: after a restart, the first attempt
 * finds out again.
 *
 * @param synced the commit that it converged on last
 * @param refused the commit that nothing but another one helps
 * @param failures of passing causes, in a row
 * @param notBefore when the next attempt may begin; empty for now
 * @param message of the last failure; empty after a success
 */
public record ClusterState(
    Optional<Revision> synced,
    Optional<Revision> refused,
    int failures,
    Optional<Instant> notBefore,
    String message) {

  public static ClusterState unknown() {
    return new ClusterState(Optional.empty(), Optional.empty(), 0, Optional.empty(), "");
  }

  /** After an attempt that went well; the next one looks for drift. */
  ClusterState converged(Revision commit, Instant nextLook) {
    return new ClusterState(Optional.of(commit), Optional.empty(), 0, Optional.of(nextLook), "");
  }

  /** After one that did not. */
  ClusterState failed(
      Revision commit,
      StepResult.Failed failure,
      Backoff backoff,
      Instant now,
      DoubleSupplier random) {
    if (!failure.passing()) {
      return new ClusterState(synced, Optional.of(commit), 0, Optional.empty(), failure.message());
    }
    Instant retry = now.plus(backoff.after(failures + 1, random));
    return new ClusterState(
        synced, Optional.empty(), failures + 1, Optional.of(retry), failure.message());
  }

  /** As if nothing had failed and nothing had to wait: somebody has asked for an attempt. */
  ClusterState retried() {
    return new ClusterState(synced, Optional.empty(), 0, Optional.empty(), message);
  }
}
