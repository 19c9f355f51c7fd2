package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a set is deleted, in which order, and what is not, and why. Deletions have their UID as a
 * precondition, and run only when everything that is wanted was applied.
 *
 * @param deletions in their order
 * @param others that are not deleted: each with its reason
 * @param holds guards that stepped in; their objects are in neither list
 */
public record PrunePlan(
    List<PruneDecision> deletions, List<PruneDecision> others, List<GuardHold> holds) {

  public PrunePlan {
    deletions = List.copyOf(deletions);
    others = List.copyOf(others);
    holds = List.copyOf(holds);
  }

  /** Decides. The same request gives the same plan. */
  public static PrunePlan of(PruneRequest request, PruneGuard guard, PruneOrder order) {
    PruneJudge judge = new PruneJudge(request.set(), request.claims());
    NamespaceRule namespaces = new NamespaceRule(request.wantedByAny(), request.namespaces());
    List<PruneDecision> all =
        namespaces.apply(request.candidates().stream().map(judge::judge).toList());
    List<ObjectIdentity> deleted = identities(all);
    List<GuardHold> holds =
        guard.holds(request.inventory().size(), request.wanted().size(), deleted);
    // What a guard holds back stays in its namespace, which may have to stay with it.
    List<PruneDecision> allowed = namespaces.apply(without(all, held(holds)));
    return new PrunePlan(
        order.sort(allowed.stream().filter(PruneDecision::isDelete).toList()),
        allowed.stream().filter(decision -> !decision.isDelete()).toList(),
        holds);
  }

  private static List<ObjectIdentity> identities(List<PruneDecision> decisions) {
    return decisions.stream()
        .filter(PruneDecision::isDelete)
        .map(PruneDecision::identity)
        .sorted()
        .toList();
  }

  private static Set<ObjectIdentity> held(List<GuardHold> holds) {
    return holds.stream()
        .flatMap(hold -> hold.objects().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<PruneDecision> without(
      List<PruneDecision> decisions, Set<ObjectIdentity> held) {
    return decisions.stream()
        .filter(decision -> !(decision.isDelete() && held.contains(decision.identity())))
        .toList();
  }

  /** Those that stay although nobody wants them, for somebody to decide on. */
  public List<PruneDecision> kept() {
    return others.stream().filter(decision -> decision.verdict().isKept()).toList();
  }

  /**
   * Whether a deletion may still be tried after others have failed. That of a namespace may not if
   * something in it was to be deleted first and could not: it would go after all.
   */
  public boolean mayDelete(PruneDecision next, Collection<ObjectIdentity> failed) {
    return !NamespaceRule.isNamespace(next.identity())
        || failed.stream().noneMatch(one -> one.namespace().equals(next.identity().name()));
  }

  /**
   * What the set has after the pruning. What was denied or still terminates stays, so that the next
   * sync knows of it.
   *
   * @param gone deletions after which the server no longer had the object
   */
  public Inventory inventoryAfter(Inventory before, Collection<ObjectIdentity> gone) {
    Set<ObjectIdentity> leaving = new HashSet<>(gone);
    leaving.retainAll(new HashSet<>(identities(deletions)));
    List<ObjectIdentity> all = new ArrayList<>(leaving);
    others.stream()
        .filter(decision -> decision.verdict().leavesInventory())
        .map(PruneDecision::identity)
        .forEach(all::add);
    return before.without(all);
  }
}
