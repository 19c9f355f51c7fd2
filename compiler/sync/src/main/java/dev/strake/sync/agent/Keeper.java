package dev.strake.sync.agent;

import dev.strake.git.Fetch;
import dev.strake.git.Revision;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.reconcile.Reconciler;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One cluster, the repository that it follows, and whether it is being synced. */
final class Keeper {

  private final ClusterConfiguration cluster;
  private final Follower follower;
  private final Reconciler reconciler;
  private final AtomicBoolean busy = new AtomicBoolean();

  Keeper(ClusterConfiguration cluster, Follower follower, Reconciler reconciler) {
    this.cluster = cluster;
    this.follower = follower;
    this.reconciler = reconciler;
  }

  String name() {
    return cluster.name();
  }

  Follower follower() {
    return follower;
  }

  boolean isBusy() {
    return busy.get();
  }

  private Optional<Revision> commit() {
    return follower.latest().map(Fetch.Done::commit);
  }

  /** Whether there is anything to do; if so, it has begun, and {@link #run} must follow. */
  boolean begin() {
    if (!busy.compareAndSet(false, true)) {
      return false;
    }
    if (reconciler.isDue(commit())) {
      return true;
    }
    try {
      // Says why not, once.
      reconciler.reconcile(commit());
    } finally {
      busy.set(false);
    }
    return false;
  }

  void run() {
    try {
      reconciler.reconcile(commit());
    } finally {
      busy.set(false);
    }
  }

  /** Nobody runs it after all. */
  void abandon() {
    busy.set(false);
  }
}
