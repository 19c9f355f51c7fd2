package dev.strake.cli;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.Bundle;
import dev.strake.bundle.Phase;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a plan and a sync say of hosts: they look at the API only, and must not be taken for the
 * whole cluster.
 */
final class HostNote {

  private static final String SCRIPT = "bootstrap.sh";

  private HostNote() {}

  /** Empty for a set that has no hosts. */
  static Optional<String> of(Bundle bundle) {
    TreeSet<String> folders = new TreeSet<>();
    for (Artifact artifact : bundle.artifacts()) {
      List<String> path = artifact.path().segments();
      boolean ofHost = artifact.phase() == Phase.NODE || artifact.phase() == Phase.LOAD_BALANCER;
      if (ofHost && path.size() == 3 && path.get(2).equals(SCRIPT)) {
        folders.add(path.get(0) + "/" + path.get(1));
      }
    }
    return folders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "hosts not looked at: %s; on each, %s --dry-run of its compiled folder says what is to be done"
                .formatted(String.join(", ", folders), SCRIPT));
  }
}
