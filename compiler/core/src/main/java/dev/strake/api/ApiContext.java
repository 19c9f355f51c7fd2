package dev.strake.api;

import dev.strake.value.KubernetesVersion;

/**
 * The API server that is to accept the objects, with its default feature gates.
 *
 * @param version only the minor version decides about rules
 */
public record ApiContext(KubernetesVersion version) {

  /** The server of a minor version of Kubernetes 1. */
  public static ApiContext ofMinor(int minor) {
    return new ApiContext(new KubernetesVersion(1, minor, 0));
  }

  /** Whether the server is of a minor version of Kubernetes 1 or newer. */
  boolean isSince(int minor) {
    return version.major() > 1 || version.minor() >= minor;
  }
}
