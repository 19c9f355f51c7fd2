package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The order of deletions: that of an apply, reversed, and last what the sync itself runs as.
 * Without its ServiceAccount and its bindings it could not delete the rest.
 *
 * @see <a href="https://github.com/fluxcd/flux2/issues/997">A sync that deleted its own account
 *     first</a>
 */
public final class PruneOrder {

  private final Comparator<PruneDecision> order;

  /**
   * @param stage of an apply, lower ones first
   * @param ownIdentity ServiceAccounts, roles and bindings that the sync uses
   */
  public PruneOrder(ToIntFunction<ObjectIdentity> stage, Set<ObjectIdentity> ownIdentity) {
    Set<ObjectIdentity> own = Set.copyOf(ownIdentity);
    this.order =
        Comparator.<PruneDecision>comparingInt(one -> turn(one.identity(), own))
            .thenComparing(one -> stage.applyAsInt(one.identity()), Comparator.reverseOrder())
            .thenComparing(PruneDecision::identity, Comparator.reverseOrder());
  }

  /** An account that is impersonated need not exist, but its bindings must. */
  private static int turn(ObjectIdentity identity, Set<ObjectIdentity> own) {
    if (!own.contains(identity)) {
      return 0;
    }
    return identity.groupKind().equals("ServiceAccount") ? 1 : 2;
  }

  List<PruneDecision> sort(List<PruneDecision> deletions) {
    return deletions.stream().sorted(order).toList();
  }
}
