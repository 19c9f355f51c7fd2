package dev.strake.sync;

import dev.strake.sync.inventory.GuardOverride;
import dev.strake.sync.inventory.PruneLimits;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.plan.ConflictPolicy;
import java.time.Duration;
import java.util.List;

/**
 * What a sync may do, and how long it may take.
 *
 * @param prune whether what left the set is deleted
 * @param overrides of guards against deletions
 * @param timeout for definitions, dependencies and deletions, each, and in the end for health
 * @param awaitHealth whether a sync ends only when all that it applied works, or never will
 * @param requests under way at most
 */
public record SyncOptions(
    Tooling tooling,
    ConflictPolicy conflicts,
    boolean recreate,
    boolean prune,
    PruneLimits limits,
    List<GuardOverride> overrides,
    Duration timeout,
    boolean awaitHealth,
    int requests) {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final int REQUESTS = 8;

  public SyncOptions {
    overrides = List.copyOf(overrides);
  }

  /** Takes nothing from anybody, and lets no guard be passed. */
  public static SyncOptions careful(Tooling tooling) {
    return new SyncOptions(
        tooling,
        ConflictPolicy.REPORT,
        false,
        true,
        PruneLimits.DEFAULT,
        List.of(),
        TIMEOUT,
        true,
        REQUESTS);
  }
}
