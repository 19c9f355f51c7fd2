package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;

/**
 * One object that a set has applied, or is about to.
 *
 * @param uid empty for an intent: the object is about to be created, or its creation was never
 *     confirmed
 * @param digest of the manifest that was applied; empty if nobody knows. Of a Secret it must not
 *     depend on the values: who may read an inventory could guess them until it fits
 * @param commit the full id of the commit that the manifest came from; empty if nobody knows
 */
public record InventoryEntry(ObjectIdentity identity, String uid, String digest, String commit) {

  /** What is about to be applied, before a server gave it a UID. */
  public static InventoryEntry intent(ObjectIdentity identity, String digest, String commit) {
    return new InventoryEntry(identity, "", digest, commit);
  }

  public boolean isIntent() {
    return uid.isEmpty();
  }
}
