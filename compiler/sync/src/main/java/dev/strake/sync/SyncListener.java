package dev.strake.sync;

import dev.strake.sync.apply.ApplyListener;
import dev.strake.sync.apply.Outcome;
import dev.strake.sync.health.wait.HealthWait;
import java.time.Instant;

/** Is told what a sync does, while it does it. */
public interface SyncListener extends ApplyListener {

  /** Objects were looked at again. By one thread. */
  void observed(HealthWait before, HealthWait after, Instant now);

  static SyncListener silent() {
    return new SyncListener() {
      @Override
      public void ended(Outcome outcome) {}

      @Override
      public void observed(HealthWait before, HealthWait after, Instant now) {}
    };
  }
}
