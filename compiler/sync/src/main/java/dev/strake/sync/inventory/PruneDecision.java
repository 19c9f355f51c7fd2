package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;

/**
 * What becomes of one object that its set does not want any more.
 *
 * @param uid of the live object: the precondition of its deletion; empty if there is none
 * @param reason one line, without a full stop
 */
public record PruneDecision(
    ObjectIdentity identity, PruneVerdict verdict, String uid, String reason) {

  public boolean isDelete() {
    return verdict == PruneVerdict.DELETE;
  }

  PruneDecision with(PruneVerdict other, String otherReason) {
    return new PruneDecision(identity, other, uid, otherReason);
  }

  @Override
  public String toString() {
    return identity + ": " + verdict + ", " + reason;
  }
}
