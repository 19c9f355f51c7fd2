package dev.strake.sync.object;

import java.util.Comparator;

/**
 * What an object is known by, whichever version of its API it is read through.
 *
 * @param group of its API, without a version; empty for the core group
 * @param kind as in a manifest
 * @param namespace empty for an object of the cluster
 * @param name never empty
 */
public record ObjectIdentity(String group, String kind, String namespace, String name)
    implements Comparable<ObjectIdentity> {

  private static final Comparator<ObjectIdentity> ORDER =
      Comparator.comparing(ObjectIdentity::namespace)
          .thenComparing(ObjectIdentity::kind)
          .thenComparing(ObjectIdentity::group)
          .thenComparing(ObjectIdentity::name);

  /** Whether it lies in no namespace. */
  public boolean isClusterScoped() {
    return namespace.isEmpty();
  }

  /**
   * The kind with its group, as {@code kubectl} writes it: {@code Deployment.apps}, {@code Pod}.
   */
  public String groupKind() {
    return group.isEmpty() ? kind : kind + "." + group;
  }

  @Override
  public int compareTo(ObjectIdentity other) {
    return ORDER.compare(this, other);
  }

  /** For people: {@code Deployment shop/web}, {@code ClusterRole admin}. */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
