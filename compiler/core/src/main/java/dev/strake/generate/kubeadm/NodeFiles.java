package dev.strake.generate.kubeadm;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.Phase;
import dev.strake.generate.ManifestObject;
import dev.strake.generate.OutputFolder;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import dev.strake.spec.Bootstrap;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.KubeProxy;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** kubeadm's files of one machine. */
final class NodeFiles {

  /** Before v1beta4, which can disable the add-on for upgrades too. */
  private static final String KUBE_PROXY_PHASE = "addon/kube-proxy";

  private final ResolvedCluster cluster;
  private final ClusterSpec spec;
  private final ResolvedNode node;
  private final KubeadmApi api;
  private final NodeSection section;
  private final OutputFolder folder;
  private final Optional<ManifestObject> kubeletPatch;

  NodeFiles(ResolvedCluster cluster, ResolvedNode node) {
    this.cluster = cluster;
    this.spec = cluster.spec().spec();
    this.node = node;
    this.api = KubeadmApi.of(spec.kubernetesVersion());
    this.section = new NodeSection(cluster, node);
    this.folder = OutputFolder.of(cluster);
    this.kubeletPatch = new KubeletSections(cluster).patch(node);
  }

  /** Of the node where the cluster begins: kubeadm takes the cluster's own documents there only. */
  List<Artifact> first() {
    ClusterSections shared = new ClusterSections(cluster);
    List<ManifestObject> documents = new ArrayList<>();
    documents.add(initConfiguration());
    documents.add(shared.cluster());
    documents.add(shared.kubelet());
    shared.kubeProxy().ifPresent(documents::add);
    return with(document("kubeadm.yaml", documents), upgrade(true));
  }

  /** Of every other node. */
  List<Artifact> joining() {
    return with(document("kubeadm.yaml", List.of(joinConfiguration())), upgrade(false));
  }

  private List<Artifact> with(Artifact kubeadm, Optional<Artifact> upgrade) {
    List<Artifact> files = new ArrayList<>();
    files.add(kubeadm);
    upgrade.ifPresent(files::add);
    kubeletPatch.ifPresent(patch -> files.add(patchFile(patch)));
    return files;
  }

  private Artifact document(String name, List<ManifestObject> documents) {
    return folder.documents(ArtifactPath.of("nodes", node.name(), name), Phase.NODE, documents);
  }

  private ManifestObject initConfiguration() {
    boolean skipsProxy = spec.kubeProxy().mode() == KubeProxy.Mode.None;
    InitConfiguration init =
        new InitConfiguration(
            api.apiVersion(),
            section.registration(),
            section.endpoint(),
            skipsProxy && api == KubeadmApi.V1BETA3 ? List.of(KUBE_PROXY_PHASE) : null,
            patches(),
            timeouts());
    NodePath address = NodePath.of("localAPIEndpoint", "advertiseAddress");
    return new ManifestObject(init, sources().with(address, section.address()));
  }

  private ManifestObject joinConfiguration() {
    JoinConfiguration join =
        new JoinConfiguration(
            api.apiVersion(),
            section.registration(),
            new JoinConfiguration.Discovery(
                new JoinConfiguration.FileDiscovery(HostPaths.DISCOVERY)),
            node.isControlPlane()
                ? new JoinConfiguration.JoinControlPlane(section.endpoint())
                : null,
            patches(),
            timeouts());
    NodePath address = NodePath.of("controlPlane", "localAPIEndpoint", "advertiseAddress");
    return new ManifestObject(join, sources().with(address, section.address()));
  }

  /** Empty before v1beta4, which has no such document: flags say it then. */
  private Optional<Artifact> upgrade(boolean first) {
    if (api == KubeadmApi.V1BETA3) {
      return Optional.empty();
    }
    boolean ownEtcd = node.isControlPlane() && spec.controlPlane().etcd().external() == null;
    UpgradeConfiguration upgrade =
        new UpgradeConfiguration(
            api.apiVersion(),
            first
                ? new UpgradeConfiguration.Apply(
                    spec.kubernetesVersion().toString(), true, ownEtcd, patches())
                : null,
            first
                ? null
                : new UpgradeConfiguration.NodeUpgrade(node.isControlPlane(), ownEtcd, patches()),
            timeouts());
    SourceMap sources =
        SourceMap.of(cluster.origins().of(spec, ClusterSpec::kubernetesVersion).range())
            .with(NodePath.of("timeouts"), timeoutsOrigin());
    return Optional.of(document("upgrade.yaml", List.of(new ManifestObject(upgrade, sources))));
  }

  private SourceMap sources() {
    SourceMap sources = section.sources().with(NodePath.of("timeouts"), timeoutsOrigin());
    return kubeletPatch
        .map(patch -> sources.with(NodePath.of("patches"), patch.sources().origin()))
        .orElse(sources);
  }

  private SourceRange timeoutsOrigin() {
    return cluster.origins().of(spec.bootstrap(), Bootstrap::timeouts).range();
  }

  /** Null if the node has none: kubeadm refuses a directory that is not there. */
  private @Nullable Patches patches() {
    return kubeletPatch.isPresent() ? new Patches(HostPaths.PATCHES) : null;
  }

  private @Nullable Timeouts timeouts() {
    return api == KubeadmApi.V1BETA3 ? null : Timeouts.of(spec.bootstrap().timeouts());
  }

  /**
   * What the node's kubelet does otherwise, as a patch: the cluster has one KubeletConfiguration
   * for all nodes, and kubeadm would write it on every one of them.
   */
  private Artifact patchFile(ManifestObject patch) {
    ArtifactPath path =
        ArtifactPath.of(
            "nodes",
            node.name(),
            "files",
            "etc",
            "kubernetes",
            "patches",
            "kubeletconfiguration+merge.yaml");
    return folder.documents(path, Phase.NODE, List.of(patch));
  }
}
