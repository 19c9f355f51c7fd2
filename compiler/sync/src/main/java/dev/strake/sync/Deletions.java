package dev.strake.sync;

import dev.strake.sync.inventory.GuardHold;
import dev.strake.sync.inventory.GuardOverride;
import dev.strake.sync.inventory.PruneDecision;
import dev.strake.sync.inventory.PrunePlan;
import dev.strake.sync.inventory.PruneVerdict;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.plan.Action;
import dev.strake.sync.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;

/** A prune plan as part of a plan that people read. */
final class Deletions {

  private Deletions() {}

  /**
   * What is deleted, in order, then what is not though nobody wants it, then what a guard holds.
   */
  static List<PlannedChange> of(PrunePlan pruning, String commit) {
    List<PlannedChange> changes = new ArrayList<>();
    for (PruneDecision decision : pruning.deletions()) {
      changes.add(change(decision, Action.PRUNE, ""));
    }
    for (PruneDecision decision : pruning.others()) {
      if (decision.verdict().isKept() || decision.verdict() == PruneVerdict.TERMINATING) {
        changes.add(change(decision, Action.KEEP, decision.reason()));
      }
    }
    for (GuardHold hold : pruning.holds()) {
      for (ObjectIdentity held : hold.objects()) {
        if (changes.stream().noneMatch(change -> change.identity().equals(held))) {
          changes.add(change(held, Action.BLOCKED, told(hold, commit)));
        }
      }
    }
    return changes;
  }

  /** With the option that lets the guard be passed, for this commit only. */
  static String told(GuardHold hold, String commit) {
    String how =
        commit.isEmpty()
            ? "it can be allowed for one commit only, and this is none"
            : "to delete it all the same: --allow " + new GuardOverride(hold.guard(), commit);
    return hold.message() + "; " + how;
  }

  /** The parent of a set that is somebody else's. */
  static PlannedChange blocked(SetName name, String why) {
    return change(name.parent(), Action.BLOCKED, why);
  }

  /** An inventory that is no longer what it was: a reason to delete nothing, and to apply all. */
  static PlannedChange untrusted(SetName name, String why) {
    return change(name.parent(), Action.BLOCKED, why + "; strake fsck makes it anew");
  }

  private static PlannedChange change(PruneDecision decision, Action action, String note) {
    return new PlannedChange(
        decision.identity(),
        "",
        action,
        decision.uid(),
        List.of(),
        List.of(),
        note,
        "",
        "prune " + decision.uid());
  }

  private static PlannedChange change(ObjectIdentity identity, Action action, String note) {
    return new PlannedChange(identity, "", action, "", List.of(), List.of(), note, "", "");
  }
}
