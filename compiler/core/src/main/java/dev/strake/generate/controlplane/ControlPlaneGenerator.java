package dev.strake.generate.controlplane;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/** What the API server reads beside kubeadm's files: the same on every control plane. */
public final class ControlPlaneGenerator implements Generator {

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    ControlPlaneFiles files = new ControlPlaneFiles(cluster);
    return cluster.controlPlaneNodes().flatMap(node -> files.of(node.name()).stream()).toList();
  }
}
