package dev.strake.generate.kubeadm;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** kubeadm's configuration of every machine: one begins the cluster, the others join it. */
public final class KubeadmGenerator implements Generator {

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    Optional<String> first = cluster.controlPlaneNodes().findFirst().map(ResolvedNode::name);
    List<Artifact> files = new ArrayList<>();
    for (ResolvedNode node : cluster.nodes()) {
      NodeFiles made = new NodeFiles(cluster, node);
      boolean isFirst = first.equals(Optional.of(node.name()));
      files.addAll(isFirst ? made.first() : made.joining());
    }
    return files;
  }
}
