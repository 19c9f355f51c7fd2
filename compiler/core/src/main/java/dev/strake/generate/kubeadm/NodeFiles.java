package dev.strake.generate.kubeadm;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.Phase;
import dev.strake.generate.ManifestObject;
import dev.strake.generate.OutputFolder;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.NodeKubelet;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import dev.strake.yaml.NodePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** kubeadm's files of one machine. */
final class NodeFiles {

  private static final String DISCOVERY = "/etc/kubernetes/strake/discovery.conf";

  private final ResolvedCluster cluster;
  private final ResolvedNode node;
  private final NodeSection section;
  private final OutputFolder folder;

  NodeFiles(ResolvedCluster cluster, ResolvedNode node) {
    this.cluster = cluster;
    this.node = node;
    this.section = new NodeSection(cluster, node);
    this.folder = OutputFolder.of(cluster);
  }

  /** Of the node where the cluster begins: kubeadm takes the cluster's own documents there only. */
  Artifact init() {
    ClusterSections shared = new ClusterSections(cluster);
    return kubeadm(
        List.of(initConfiguration(), shared.cluster(), shared.kubelet(), shared.kubeProxy()));
  }

  Artifact join() {
    return kubeadm(List.of(joinConfiguration()));
  }

  private Artifact kubeadm(List<ManifestObject> documents) {
    ArtifactPath path = ArtifactPath.of("nodes", node.name(), "kubeadm.yaml");
    return folder.documents(path, Phase.NODE, documents);
  }

  private ManifestObject initConfiguration() {
    InitConfiguration init =
        new InitConfiguration(section.registration(), section.endpoint(), section.patches());
    NodePath address = NodePath.of("localAPIEndpoint", "advertiseAddress");
    return new ManifestObject(init, section.sources().with(address, section.address()));
  }

  private ManifestObject joinConfiguration() {
    JoinConfiguration join =
        new JoinConfiguration(
            section.registration(),
            new JoinConfiguration.Discovery(new JoinConfiguration.FileDiscovery(DISCOVERY)),
            node.isControlPlane()
                ? new JoinConfiguration.JoinControlPlane(section.endpoint())
                : null,
            section.patches());
    NodePath address = NodePath.of("controlPlane", "localAPIEndpoint", "advertiseAddress");
    return new ManifestObject(join, section.sources().with(address, section.address()));
  }

  boolean hasReservations() {
    return section.hasReservations();
  }

  /**
   * What the node keeps from pods, as a patch: the cluster has one KubeletConfiguration for all
   * nodes, and kubeadm would write it on every one of them.
   */
  Artifact reservations() {
    KubeletConfiguration patch =
        new KubeletConfiguration(
            null, null, null, quantities(node.kubeReserved()), quantities(node.systemReserved()));
    ArtifactPath path =
        ArtifactPath.of(
            "nodes",
            node.name(),
            "files",
            "etc",
            "kubernetes",
            "patches",
            "kubeletconfiguration+merge.yaml");
    ManifestObject document = new ManifestObject(patch, reservationSources());
    return folder.documents(path, Phase.NODE, List.of(document));
  }

  private SourceMap reservationSources() {
    SourceMap sources = SourceMap.of(section.reservations());
    NodeKubelet kubelet = node.pool().template().kubelet();
    if (kubelet == null) {
      return sources;
    }
    Origins origins = cluster.origins();
    return sources
        .with(NodePath.of("kubeReserved"), origins.of(kubelet, NodeKubelet::kubeReserved).range())
        .with(
            NodePath.of("systemReserved"),
            origins.of(kubelet, NodeKubelet::systemReserved).range());
  }

  private static @Nullable Map<String, String> quantities(
      SortedMap<ResourceName, Quantity> resources) {
    Map<String, String> texts = new LinkedHashMap<>();
    resources.forEach((name, quantity) -> texts.put(name.toString(), quantity.toString()));
    return texts.isEmpty() ? null : texts;
  }
}
