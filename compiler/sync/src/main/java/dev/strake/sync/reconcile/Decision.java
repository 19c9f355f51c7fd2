package dev.strake.sync.reconcile;

import dev.strake.git.Revision;
import dev.strake.sync.schedule.SyncWindows;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Whether to attempt a sync now. */
public sealed interface Decision {

  /**
   * Now.
   *
   * @param drift whether the commit was synced before, and only drift is looked for
   */
  record Go(Revision commit, boolean drift) implements Decision {
    @Override
    public <T> T match(Function<Go, T> go, Function<Hold, T> hold) {
      return go.apply(this);
    }
  }

  /**
   * Not now.
   *
   * @param reason one of few, for metrics: {@code suspended}
   * @param message for people
   */
  record Hold(String reason, String message) implements Decision {
    @Override
    public <T> T match(Function<Go, T> go, Function<Hold, T> hold) {
      return hold.apply(this);
    }
  }

  <T> T match(Function<Go, T> go, Function<Hold, T> hold);

  /**
   * @param commit that the repository is at; empty if it has not been fetched yet
   * @param held whether this replica keeps the cluster
   */
  static Decision of(
      ClusterState state,
      Optional<Revision> commit,
      boolean held,
      boolean suspended,
      SyncWindows windows,
      Instant now) {
    if (!held) {
      return new Hold("not-held", "another replica keeps this cluster");
    }
    if (suspended) {
      return new Hold("suspended", "the configuration suspends it");
    }
    if (commit.isEmpty()) {
      return new Hold("not-fetched", "its repository has not been fetched yet");
    }
    if (commit.equals(state.refused())) {
      return new Hold("refused", state.message());
    }
    Optional<String> closed = windows.closed(now);
    if (closed.isPresent()) {
      return new Hold("window", closed.get());
    }
    boolean drift = commit.equals(state.synced());
    boolean isNew = !drift && state.failures() == 0;
    if (!isNew && state.notBefore().filter(now::isBefore).isPresent()) {
      return new Hold(drift ? "synced" : "backoff", state.message());
    }
    return new Go(commit.get(), drift);
  }
}
