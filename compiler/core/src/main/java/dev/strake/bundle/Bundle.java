package dev.strake.bundle;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that one cluster needs.
 *
 * @param cluster its name, which is its folder's
 * @param home the folder of its cluster.yaml, as source files name it; empty for the root
 * @param hosts its machines, in the order in which they are brought up; empty for a set of objects
 * @param artifacts sorted by path, each path once
 */
public record Bundle(String cluster, String home, List<Host> hosts, List<Artifact> artifacts) {

  /**
   * @throws IllegalArgumentException if two artifacts have the same path
   */
  public Bundle {
    hosts = List.copyOf(hosts);
    artifacts = artifacts.stream().sorted(Comparator.comparing(Artifact::path)).toList();
    Set<ArtifactPath> seen = new HashSet<>();
    for (Artifact artifact : artifacts) {
      if (!seen.add(artifact.path())) {
        throw new IllegalArgumentException("two artifacts at " + artifact.path());
      }
    }
  }
}
