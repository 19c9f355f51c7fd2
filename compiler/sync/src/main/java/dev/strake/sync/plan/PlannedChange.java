package dev.strake.sync.plan;

import dev.strake.sync.object.ObjectIdentity;
import java.util.List;

/**
 * What becomes of one object, without any value of a Secret.
 *
 * @param uid of the live object; empty if there is none
 * @param fields that change, by path
 * @param conflicts with other managers; fields are only taken from them where that was asked for
 * @param note what else there is to know, as the reason of a block; empty if nothing
 * @param place in the sources; empty for an object that is in none
 * @param digest of everything that the change does, also of what is not shown
 */
public record PlannedChange(
    ObjectIdentity identity,
    String apiVersion,
    Action action,
    String uid,
    List<FieldChange> fields,
    List<FieldConflict> conflicts,
    String note,
    String place,
    String digest) {

  public PlannedChange {
    fields = List.copyOf(fields);
    conflicts = List.copyOf(conflicts);
  }

  /** Whether it does the same to the same object, whatever is said about it. */
  public boolean isSameAs(PlannedChange other) {
    return identity.equals(other.identity)
        && action == other.action
        && uid.equals(other.uid)
        && digest.equals(other.digest);
  }

  PlannedChange blocked(String why) {
    return new PlannedChange(
        identity, apiVersion, Action.BLOCKED, uid, List.of(), conflicts, why, place, digest);
  }
}
