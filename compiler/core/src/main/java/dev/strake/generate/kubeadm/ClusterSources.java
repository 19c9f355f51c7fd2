package dev.strake.generate.kubeadm;

import dev.strake.generate.controlplane.HostMount;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ClusterMetadata;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.ControlPlane;
import dev.strake.spec.Etcd;
import dev.strake.spec.KubeProxy;
import dev.strake.spec.Origins;
import dev.strake.spec.Pki;
import dev.strake.yaml.NodePath;
import java.util.List;

/** Where in the spec the parts of the cluster's documents come from. */
final class ClusterSources {

  private static final NodePath API_SERVER = NodePath.of("apiServer");
  private static final NodePath ETCD = NodePath.of("etcd");

  private final ResolvedCluster cluster;
  private final ClusterSpec spec;
  private final Origins origins;

  ClusterSources(ResolvedCluster cluster) {
    this.cluster = cluster;
    this.spec = cluster.spec().spec();
    this.origins = cluster.origins();
  }

  SourceMap ofCluster(
      Arguments apiServer,
      List<HostMount> mounts,
      Arguments controllerManager,
      Arguments scheduler,
      Arguments etcd) {
    SourceMap sources = ofPki(ofNetworks(ofIdentity()));
    sources = ofComponents(sources);
    sources = apiServer.addTo(ofApiServer(sources), API_SERVER.key("extraArgs"));
    for (int i = 0; i < mounts.size(); i++) {
      sources = sources.with(API_SERVER.key("extraVolumes").index(i), mounts.get(i).origin());
    }
    sources = controllerManager.addTo(sources, NodePath.of("controllerManager", "extraArgs"));
    sources = scheduler.addTo(sources, NodePath.of("scheduler", "extraArgs"));
    return etcd.addTo(ofEtcd(sources), ETCD.key("local").key("extraArgs"));
  }

  private SourceMap ofIdentity() {
    return SourceMap.of(origins.of(spec).range())
        .with(
            NodePath.of("clusterName"),
            origins.of(cluster.spec().metadata(), ClusterMetadata::name).range())
        .with(
            NodePath.of("kubernetesVersion"),
            origins.of(spec, ClusterSpec::kubernetesVersion).range())
        .with(NodePath.of("controlPlaneEndpoint"), origins.of(spec.controlPlaneEndpoint()).range())
        .with(NodePath.of("proxy"), origins.of(spec.kubeProxy(), KubeProxy::mode).range());
  }

  private SourceMap ofPki(SourceMap sources) {
    Pki pki = spec.pki();
    return sources
        .with(NodePath.of("encryptionAlgorithm"), origins.of(pki, Pki::encryptionAlgorithm).range())
        .with(
            NodePath.of("certificateValidityPeriod"),
            origins.of(pki, Pki::certificateValidityPeriod).range())
        .with(
            NodePath.of("caCertificateValidityPeriod"),
            origins.of(pki, Pki::caCertificateValidityPeriod).range());
  }

  private SourceMap ofNetworks(SourceMap sources) {
    ClusterNetwork network = spec.clusterNetwork();
    return sources
        .with(NodePath.of("networking"), origins.of(network).range())
        .with(NodePath.of("networking", "podSubnet"), pods())
        .with(
            NodePath.of("networking", "serviceSubnet"),
            origins.of(network, ClusterNetwork::services).range())
        .with(
            NodePath.of("networking", "dnsDomain"),
            origins.of(network, ClusterNetwork::serviceDomain).range());
  }

  private SourceMap ofApiServer(SourceMap sources) {
    ControlPlane controlPlane = spec.controlPlane();
    return sources
        .with(API_SERVER, origins.of(controlPlane, ControlPlane::apiServer).range())
        .with(
            API_SERVER.key("certSANs"),
            origins.of(controlPlane.apiServer(), ApiServer::certSANs).range());
  }

  private SourceMap ofComponents(SourceMap sources) {
    ControlPlane controlPlane = spec.controlPlane();
    return sources
        .with(
            NodePath.of("controllerManager"),
            origins.of(controlPlane, ControlPlane::controllerManager).range())
        .with(NodePath.of("scheduler"), origins.of(controlPlane, ControlPlane::scheduler).range());
  }

  private SourceMap ofEtcd(SourceMap sources) {
    Etcd etcd = spec.controlPlane().etcd();
    SourceMap more = sources.with(ETCD, origins.of(etcd).range());
    if (etcd.external() != null) {
      return more.with(
          ETCD.key("external").key("endpoints"),
          origins.of(etcd.external(), Etcd.External::endpoints).range());
    }
    return etcd.local() == null
        ? more
        : more.with(
            ETCD.key("local").key("dataDir"),
            origins.of(etcd.local(), Etcd.Local::dataDir).range());
  }

  SourceMap ofKubeProxy() {
    return SourceMap.of(pods())
        .with(NodePath.of("mode"), origins.of(spec.kubeProxy(), KubeProxy::mode).range());
  }

  private SourceRange pods() {
    return origins.of(spec.clusterNetwork(), ClusterNetwork::pods).range();
  }
}
