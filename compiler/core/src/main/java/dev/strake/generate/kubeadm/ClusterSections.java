package dev.strake.generate.kubeadm;

import dev.strake.generate.ManifestObject;
import dev.strake.generate.kubeadm.ClusterConfiguration.ApiServerConfiguration;
import dev.strake.generate.kubeadm.ClusterConfiguration.Networking;
import dev.strake.generate.kubeadm.EtcdConfiguration.ExternalEtcd;
import dev.strake.generate.kubeadm.EtcdConfiguration.LocalEtcd;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNetworks;
import dev.strake.source.SourceRange;
import dev.strake.spec.ClusterMetadata;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.ControlPlane;
import dev.strake.spec.Etcd;
import dev.strake.spec.Origins;
import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.stream.Collectors;

/** The documents that hold for the whole cluster. */
final class ClusterSections {

  private static final String PKI = "/etc/kubernetes/pki/";

  private final ResolvedCluster cluster;
  private final ClusterSpec spec;
  private final Origins origins;

  ClusterSections(ResolvedCluster cluster) {
    this.cluster = cluster;
    this.spec = cluster.spec().spec();
    this.origins = cluster.origins();
  }

  ManifestObject cluster() {
    ClusterConfiguration configuration =
        new ClusterConfiguration(
            cluster.name(),
            spec.kubernetesVersion().toString(),
            cluster.endpoint().authority(),
            networking(),
            new ApiServerConfiguration(cluster.certificateSANs()),
            etcd());
    return new ManifestObject(configuration, clusterSources());
  }

  private Networking networking() {
    ResolvedNetworks networks = cluster.networks();
    return new Networking(
        joined(networks.pods()), joined(networks.services()), networks.serviceDomain());
  }

  private EtcdConfiguration etcd() {
    Etcd etcd = spec.controlPlane().etcd();
    if (etcd.external() != null) {
      return EtcdConfiguration.of(
          new ExternalEtcd(
              texts(etcd.external().endpoints()),
              PKI + "etcd/ca.crt",
              PKI + "apiserver-etcd-client.crt",
              PKI + "apiserver-etcd-client.key"));
    }
    Etcd.Local local = etcd.local();
    if (local == null) {
      return EtcdConfiguration.of(new LocalEtcd(null, null));
    }
    String dataDir = local.dataDir() == null ? null : local.dataDir().toString();
    Long quota = local.quotaBackendBytes();
    List<Argument> arguments =
        quota == null ? null : List.of(new Argument("quota-backend-bytes", quota.toString()));
    return EtcdConfiguration.of(new LocalEtcd(dataDir, arguments));
  }

  private SourceMap clusterSources() {
    SourceRange version = origins.of(spec, ClusterSpec::kubernetesVersion).range();
    SourceRange endpoint = origins.of(spec.controlPlaneEndpoint()).range();
    SourceMap sources =
        SourceMap.of(origins.of(spec).range())
            .with(
                NodePath.of("clusterName"),
                origins.of(cluster.spec().metadata(), ClusterMetadata::name).range())
            .with(NodePath.of("kubernetesVersion"), version)
            .with(NodePath.of("controlPlaneEndpoint"), endpoint)
            .with(NodePath.of("networking"), origins.of(network()).range())
            .with(NodePath.of("networking", "podSubnet"), pods())
            .with(NodePath.of("networking", "serviceSubnet"), services())
            .with(NodePath.of("networking", "dnsDomain"), domain())
            .with(
                NodePath.of("apiServer"),
                origins.of(spec.controlPlane(), ControlPlane::apiServer).range());
    return etcdSources(sources);
  }

  private SourceMap etcdSources(SourceMap sources) {
    Etcd etcd = spec.controlPlane().etcd();
    SourceMap more = sources.with(NodePath.of("etcd"), origins.of(etcd).range());
    if (etcd.external() != null) {
      return more.with(
          NodePath.of("etcd", "external", "endpoints"),
          origins.of(etcd.external(), Etcd.External::endpoints).range());
    }
    if (etcd.local() == null) {
      return more;
    }
    NodePath local = NodePath.of("etcd", "local");
    return more.with(local.key("dataDir"), origins.of(etcd.local(), Etcd.Local::dataDir).range())
        .with(
            local.key("extraArgs"),
            origins.of(etcd.local(), Etcd.Local::quotaBackendBytes).range());
  }

  ManifestObject kubelet() {
    KubeletConfiguration configuration =
        new KubeletConfiguration(
            "systemd",
            cluster.networks().serviceDomain(),
            texts(cluster.networks().dnsServiceAddresses()),
            null,
            null);
    SourceMap sources =
        SourceMap.of(origins.of(network()).range())
            .with(NodePath.of("clusterDomain"), domain())
            .with(NodePath.of("clusterDNS"), services());
    return new ManifestObject(configuration, sources);
  }

  ManifestObject kubeProxy() {
    KubeProxyConfiguration configuration =
        new KubeProxyConfiguration(joined(cluster.networks().pods()));
    return new ManifestObject(configuration, SourceMap.of(pods()));
  }

  private ClusterNetwork network() {
    return spec.clusterNetwork();
  }

  private SourceRange pods() {
    return origins.of(network(), ClusterNetwork::pods).range();
  }

  private SourceRange services() {
    return origins.of(network(), ClusterNetwork::services).range();
  }

  private SourceRange domain() {
    return origins.of(network(), ClusterNetwork::serviceDomain).range();
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
