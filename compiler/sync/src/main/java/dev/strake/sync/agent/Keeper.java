package dev.strake.sync.agent;

import dev.strake.git.Fetch;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.lease.Shares;
import dev.strake.sync.reconcile.Reconciler;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One cluster, the repository that it follows, and whether it is being synced. */
final class Keeper {

  private final ClusterConfiguration cluster;
  private final Follower follower;
  private final AtomicReference<Fetch.@Nullable Done> current;
  private final Reconciler reconciler;
  private final Shares shares;
  private final AtomicBoolean busy = new AtomicBoolean();
  private boolean held;
  private int term;
  private volatile long since;

  /**
   * @param current tells the reconciler's attempts what was fetched
   */
  Keeper(
      ClusterConfiguration cluster,
      Follower follower,
      AtomicReference<Fetch.@Nullable Done> current,
      Reconciler reconciler,
      Shares shares) {
    this.cluster = cluster;
    this.follower = follower;
    this.current = current;
    this.reconciler = reconciler;
    this.shares = shares;
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

  /** What was fetched since the cluster came to this replica. */
  Optional<Fetch.Done> fetched() {
    return follower.latest(since);
  }

  /**
   * Looks whose the cluster is. To one that has just come, whatever this replica knew may be old:
   * another one may have brought it to later commits meanwhile.
   */
  private void look() {
    boolean now = shares.holds(name());
    int current = shares.term(name());
    if (now && (!held || term != current)) {
      since = follower.fresh();
      reconciler.forget();
    }
    held = now;
    term = current;
  }

  /** Whether there is anything to do; if so, it has begun, and {@link #run} must follow. */
  boolean begin() {
    if (!busy.compareAndSet(false, true)) {
      return false;
    }
    look();
    if (reconciler.isDue(fetched().map(Fetch.Done::commit))) {
      return true;
    }
    try {
      // Says why not, once.
      reconcile();
    } finally {
      busy.set(false);
    }
    return false;
  }

  void run() {
    try {
      // It may have waited for others to end.
      look();
      reconcile();
    } finally {
      busy.set(false);
    }
  }

  /** Of one fetch, whatever is fetched meanwhile. */
  private void reconcile() {
    Optional<Fetch.Done> fetched = fetched();
    current.set(fetched.orElse(null));
    reconciler.reconcile(fetched.map(Fetch.Done::commit));
  }

  /** Nobody runs it after all. */
  void abandon() {
    busy.set(false);
  }
}
