package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Arrays;
import java.util.Optional;

/** A kind of pruning that somebody must have meant, and said so for the commit that does it. */
public enum Guard {
  /** Nothing is wanted at all. A broken render looks like that. */
  EMPTY_RESULT("empty", ""),
  /** Too much of the set goes at once. A partial render looks like that. */
  TOO_MANY("share", ""),
  /** A namespace takes everything in it along. */
  NAMESPACE("namespace", "Namespace"),
  /** A definition takes all of its objects along, in every namespace. */
  CRD("crd", "CustomResourceDefinition.apiextensions.k8s.io"),
  /** A claim takes its data along. */
  PVC("pvc", "PersistentVolumeClaim");

  private final String id;
  private final String groupKind;

  Guard(String id, String groupKind) {
    this.id = id;
    this.groupKind = groupKind;
  }

  /** For the command line. */
  public String id() {
    return id;
  }

  static Optional<Guard> find(String id) {
    return Arrays.stream(values()).filter(guard -> guard.id.equals(id)).findFirst();
  }

  /** Whether it holds back the whole pruning, and not single objects. */
  public boolean holdsAll() {
    return groupKind.isEmpty();
  }

  boolean holds(ObjectIdentity identity) {
    return identity.groupKind().equals(groupKind);
  }
}
