package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Holds back what looks like a mistake.
 *
 * @see <a href="https://github.com/argoproj/argo-cd/issues/15058">Everything pruned after a broken
 *     render</a>
 */
public final class PruneGuard {

  private final PruneLimits limits;
  private final String commit;
  private final Set<GuardOverride> overrides;

  /**
   * @param commit the full id of the commit that is being applied, or the digest of what is applied
   *     where there is no commit
   */
  public PruneGuard(PruneLimits limits, String commit, Collection<GuardOverride> overrides) {
    this.limits = limits;
    this.commit = commit;
    this.overrides = Set.copyOf(overrides);
  }

  /**
   * Which guards step in.
   *
   * @param inventoried how many objects the set has applied
   * @param wanted how many it wants now
   * @param deleted what would be deleted if no guard stepped in
   */
  List<GuardHold> holds(int inventoried, int wanted, List<ObjectIdentity> deleted) {
    List<GuardHold> holds = new ArrayList<>();
    if (wanted == 0 && !deleted.isEmpty()) {
      String message = "nothing is wanted any more of the " + inventoried + " objects of the set";
      holds.add(new GuardHold(Guard.EMPTY_RESULT, message, deleted));
    }
    if (limits.areExceeded(deleted.size(), inventoried)) {
      holds.add(new GuardHold(Guard.TOO_MANY, tooMany(inventoried, deleted.size()), deleted));
    }
    for (Guard guard : List.of(Guard.NAMESPACE, Guard.CRD, Guard.PVC)) {
      List<ObjectIdentity> held = deleted.stream().filter(guard::holds).toList();
      if (!held.isEmpty()) {
        holds.add(new GuardHold(guard, "would be deleted: " + held(held), held));
      }
    }
    holds.removeIf(hold -> isOverridden(hold.guard()));
    return holds;
  }

  /** An override counts for its own commit only. */
  private boolean isOverridden(Guard guard) {
    return overrides.stream()
        .anyMatch(override -> override.guard() == guard && override.commit().equals(commit));
  }

  private String tooMany(int inventoried, int deleted) {
    return "%s of %s objects would be deleted, more than %s %%"
        .formatted(deleted, inventoried, limits.percent());
  }

  private static String held(List<ObjectIdentity> objects) {
    return String.join(", ", objects.stream().map(ObjectIdentity::toString).toList());
  }
}
