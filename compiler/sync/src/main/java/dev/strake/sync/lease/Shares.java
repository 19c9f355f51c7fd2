package dev.strake.sync.lease;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Predicate;

/** Which of a fleet's clusters this process keeps. */
public interface Shares {

  /**
   * Says that this replica is there, and takes, renews and gives away.
   *
   * @param clusters all of the fleet's
   * @param busy whether one is being synced, and is not given away yet
   */
  void tick(Collection<String> clusters, Predicate<String> busy);

  /** Whether this replica may act on a cluster now. */
  boolean holds(String cluster);

  /** Changes whenever this replica gets a cluster anew; means nothing while it has not got it. */
  int term(String cluster);

  /** How often {@link #tick} wants to be called. */
  Duration pace();

  /** Gives everything away. */
  void release();

  /** Of a process that has no other beside it: all of them. */
  static Shares alone() {
    return new Shares() {
      @Override
      public void tick(Collection<String> clusters, Predicate<String> busy) {}

      @Override
      public boolean holds(String cluster) {
        return true;
      }

      @Override
      public int term(String cluster) {
        return 0;
      }

      @Override
      public Duration pace() {
        return LeaseTimings.DEFAULT.retry();
      }

      @Override
      public void release() {}
    };
  }
}
