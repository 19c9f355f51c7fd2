package dev.strake.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes object that a finding is about.
 *
 * @param namespace null for a cluster-scoped object and where it is not told
 */
public record ObjectRef(String apiVersion, String kind, @Nullable String namespace, String name) {

  /** {@code Kind namespace/name}, for people; a configuration has no name. */
  @Override
  public String toString() {
    if (name.isEmpty()) {
      return kind;
    }
    return kind + " " + (namespace == null ? name : namespace + "/" + name);
  }
}
