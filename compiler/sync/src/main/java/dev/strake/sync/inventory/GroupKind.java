package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Comparator;

/**
 * A kind, whichever version of its API it is read through. Ordered as kubectl sorts them in an
 * annotation: as texts.
 *
 * @param group empty for the core group
 */
public record GroupKind(String kind, String group) implements Comparable<GroupKind> {

  private static final Comparator<GroupKind> ORDER = Comparator.comparing(GroupKind::toString);

  public static GroupKind of(ObjectIdentity identity) {
    return new GroupKind(identity.kind(), identity.group());
  }

  /** Of {@code Deployment.apps} or {@code Pod}. */
  static GroupKind parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new GroupKind(text, "")
        : new GroupKind(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public int compareTo(GroupKind other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
