package dev.strake.sync.desired;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.Bundle;
import dev.strake.bundle.Phase;
import dev.strake.sync.live.ServerVersion;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a bundle says of the machines that carry a cluster.
 *
 * @param version of Kubernetes that they shall run; empty if the bundle has none
 * @param folders of them in the output, in order: {@code nodes/cp-1}
 */
public record Machines(Optional<ServerVersion> version, List<String> folders) {

  /** Of a set of objects without a cluster of its own. */
  static final Machines NONE = new Machines(Optional.empty(), List.of());

  private static final Set<Phase> OF_HOSTS = EnumSet.of(Phase.NODE, Phase.LOAD_BALANCER);
  private static final String KUBEADM = "kubeadm.yaml";

  public Machines {
    folders = List.copyOf(folders);
  }

  static Machines of(Bundle bundle) {
    Set<String> folders = new TreeSet<>();
    Optional<ServerVersion> version = Optional.empty();
    for (Artifact artifact : bundle.artifacts()) {
      List<String> path = artifact.path().segments();
      if (!OF_HOSTS.contains(artifact.phase()) || path.size() < 3) {
        continue;
      }
      folders.add(path.get(0) + "/" + path.get(1));
      if (version.isEmpty() && path.size() == 3 && path.get(2).equals(KUBEADM)) {
        version = version(artifact);
      }
    }
    return new Machines(version, List.copyOf(folders));
  }

  /** Only the machine that begins a cluster says it. */
  private static Optional<ServerVersion> version(Artifact kubeadm) {
    for (YamlDocument document :
        YamlReader.withDefaultLimits().read(kubeadm.file(), finding -> {}).documents()) {
      if (document.root() instanceof YamlMapping root
          && root.string("kind").equals(Optional.of("ClusterConfiguration"))) {
        return root.string("kubernetesVersion").flatMap(ServerVersion::parse);
      }
    }
    return Optional.empty();
  }
}
