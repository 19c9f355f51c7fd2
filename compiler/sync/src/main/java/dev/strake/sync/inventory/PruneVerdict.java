package dev.strake.sync.inventory;

/** Whether an object that its set does not want any more is deleted, and if not, why. */
public enum PruneVerdict {
  /** All marks fit. */
  DELETE(Fate.STAYS_UNTIL_GONE),
  /** It is not there any more. */
  GONE(Fate.LEAVES),
  /** Its deletion was asked for before, and its finalizers are at work: asking again is no use. */
  TERMINATING(Fate.STAYS_UNTIL_GONE),
  /** Another set has it: its label says so. */
  MOVED(Fate.LEAVES),
  /** It has the UID of an object that the set wants: the same object under another API group. */
  RENAMED(Fate.LEAVES),
  /** It has the set's label, but the set never applied it. */
  NOT_INVENTORIED(Fate.STAYS),
  /** Another set wants it and has not taken it yet. */
  WANTED_ELSEWHERE(Fate.STAYS),
  /** The set's label is not on it. */
  NOT_LABELLED(Fate.STAYS),
  /** The object that the set applied is gone, and another has its name. */
  OTHER_UID(Fate.STAYS),
  /** The set meant to create it, but nothing shows that it did. */
  UNCONFIRMED(Fate.STAYS),
  /** A controller owns it. */
  CONTROLLED(Fate.STAYS),
  /** It is annotated to be kept. */
  ANNOTATED(Fate.STAYS),
  /** A namespace that holds more than what is being pruned. */
  NAMESPACE_IN_USE(Fate.STAYS),
  /** A namespace that the cluster or the sync itself cannot do without. */
  PROTECTED(Fate.STAYS),
  /** Nobody can tell what it is like now. */
  UNREADABLE(Fate.STAYS);

  private enum Fate {
    LEAVES,
    STAYS,
    STAYS_UNTIL_GONE
  }

  private final Fate fate;

  PruneVerdict(Fate fate) {
    this.fate = fate;
  }

  /** Whether the object leaves the inventory at once, nothing being left to be done about it. */
  public boolean leavesInventory() {
    return fate == Fate.LEAVES;
  }

  /** Whether somebody should be told: the object stays, and will until somebody decides. */
  public boolean isKept() {
    return fate == Fate.STAYS;
  }
}
