package dev.strake.sync;

import dev.strake.sync.apply.Outcome;
import dev.strake.sync.set.Pruner.Deletion;
import java.util.List;

/**
 * What came of a sync.
 *
 * @param outcomes of all objects that are wanted
 * @param deletions that were tried
 * @param troubles that are not about one object; empty if there are none
 */
public record SyncReport(List<Outcome> outcomes, List<Deletion> deletions, List<String> troubles) {

  public SyncReport {
    outcomes = List.copyOf(outcomes);
    deletions = List.copyOf(deletions);
    troubles = List.copyOf(troubles);
  }

  /** Whether the cluster has everything, and nothing that it should not have. */
  public boolean isComplete() {
    return troubles.isEmpty()
        && outcomes.stream().allMatch(Outcome::isDone)
        && deletions.stream().allMatch(Deletion::gone);
  }
}
