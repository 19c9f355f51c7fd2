package dev.strake.sync;

import dev.strake.sync.apply.Outcome;
import dev.strake.sync.set.Pruner.Deletion;
import java.util.List;
import java.util.Optional;

/**
 * What came of a sync.
 *
 * @param outcomes of all objects that are wanted
 * @param deletions that were tried
 * @param health of what was applied; empty if nobody waited for it
 * @param troubles that are not about one object; empty if there are none
 */
public record SyncReport(
    List<Outcome> outcomes,
    List<Deletion> deletions,
    Optional<HealthReport> health,
    List<String> troubles) {

  public SyncReport {
    outcomes = List.copyOf(outcomes);
    deletions = List.copyOf(deletions);
    troubles = List.copyOf(troubles);
  }

  /** Whether the cluster has everything, nothing that it should not have, and all of it works. */
  public boolean isComplete() {
    return troubles.isEmpty()
        && health.map(HealthReport::isHealthy).orElse(true)
        && outcomes.stream().allMatch(Outcome::isDone)
        && deletions.stream().allMatch(Deletion::gone);
  }
}
