package dev.strake.generate.kubevip;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.generate.ManifestObject;
import dev.strake.generate.host.NodeFolder;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import dev.strake.spec.ApiServer;
import dev.strake.spec.LoadBalancer.KubeVIP;
import dev.strake.spec.Node;
import dev.strake.value.AbsolutePath;
import dev.strake.value.InterfaceName;
import dev.strake.yaml.NodePath;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;

/** kube-vip's static pod on every control plane, where it carries the virtual address. */
public final class KubeVipGenerator implements Generator {

  private static final AbsolutePath MANIFEST =
      new AbsolutePath("/etc/kubernetes/manifests/kube-vip.yaml");

  private static final NodePath CONTAINER = NodePath.of("spec", "containers").index(0);

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    return cluster.spec().spec().loadBalancer() instanceof KubeVIP written
        ? cluster.controlPlaneNodes().map(node -> manifest(cluster, written, node)).toList()
        : List.of();
  }

  private static Artifact manifest(ResolvedCluster cluster, KubeVIP written, ResolvedNode node) {
    List<EnvVar> environment =
        new KubeVipSettings(
                written.virtualIP(),
                networkInterface(written, node.node()),
                cluster.endpoint().bindPort())
            .environment();
    ManifestObject pod =
        new ManifestObject(
            KubeVipPod.of(written.image().toString(), environment),
            sources(cluster, written, node.node(), environment));
    return new NodeFolder(cluster, node).document(MANIFEST, pod);
  }

  /** A machine's own name of it, where it has one. */
  private static InterfaceName networkInterface(KubeVIP written, Node node) {
    InterfaceName own = node.networkInterface();
    return own == null ? written.networkInterface() : own;
  }

  private static SourceMap sources(
      ResolvedCluster cluster, KubeVIP written, Node node, List<EnvVar> environment) {
    ApiServer server = cluster.spec().spec().controlPlane().apiServer();
    SourceRange networkInterface =
        node.networkInterface() == null
            ? cluster.origins().of(written, KubeVIP::networkInterface).range()
            : cluster.origins().of(node, Node::networkInterface).range();
    Map<String, SourceRange> origins =
        Map.of(
            KubeVipSettings.ADDRESS,
            cluster.origins().of(written, KubeVIP::virtualIP).range(),
            KubeVipSettings.INTERFACE,
            networkInterface,
            KubeVipSettings.PORT,
            cluster.origins().of(server, ApiServer::bindPort).range());
    SourceMap sources =
        SourceMap.of(cluster.origins().of(written).range())
            .with(CONTAINER.key("image"), cluster.origins().of(written, KubeVIP::image).range());
    for (int i = 0; i < environment.size(); i++) {
      SourceRange origin = origins.get(environment.get(i).getName());
      if (origin != null) {
        sources = sources.with(CONTAINER.key("env").index(i), origin);
      }
    }
    return sources;
  }
}
