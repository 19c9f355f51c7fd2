package dev.strake.generate.kubeadm;

import dev.strake.generate.ManifestObject;
import dev.strake.generate.controlplane.ComponentFlags;
import dev.strake.generate.controlplane.ComponentMounts;
import dev.strake.generate.controlplane.HostMount;
import dev.strake.generate.kubeadm.ClusterConfiguration.Addon;
import dev.strake.generate.kubeadm.ClusterConfiguration.ApiServerConfiguration;
import dev.strake.generate.kubeadm.ClusterConfiguration.Component;
import dev.strake.generate.kubeadm.ClusterConfiguration.Networking;
import dev.strake.generate.kubeadm.ClusterConfiguration.Volume;
import dev.strake.generate.kubeadm.EtcdConfiguration.ExternalEtcd;
import dev.strake.generate.kubeadm.EtcdConfiguration.LocalEtcd;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNetworks;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Etcd;
import dev.strake.spec.KubeProxy;
import dev.strake.spec.Pki;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documents that hold for the whole cluster. */
final class ClusterSections {

  private static final String PKI = "/etc/kubernetes/pki/";

  private final ResolvedCluster cluster;
  private final ClusterSpec spec;
  private final KubeadmApi api;
  private final ClusterSources sources;

  ClusterSections(ResolvedCluster cluster) {
    this.cluster = cluster;
    this.spec = cluster.spec().spec();
    this.api = KubeadmApi.of(spec.kubernetesVersion());
    this.sources = new ClusterSources(cluster);
  }

  ManifestObject cluster() {
    ComponentFlags flags = new ComponentFlags(cluster);
    Arguments apiServer = new Arguments(api, flags.apiServer());
    Arguments controllerManager = new Arguments(api, flags.controllerManager());
    Arguments scheduler = new Arguments(api, flags.scheduler());
    Arguments etcd = new Arguments(api, flags.etcd());
    List<HostMount> mounts = ComponentMounts.apiServer(cluster);
    Pki pki = spec.pki();
    ClusterConfiguration configuration =
        new ClusterConfiguration(
            api.apiVersion(),
            cluster.name(),
            spec.kubernetesVersion().toString(),
            cluster.endpoint().authority(),
            api.sinceV1beta4(pki.encryptionAlgorithm().toString()),
            api.sinceV1beta4(pki.certificateValidityPeriod().toString()),
            api.sinceV1beta4(pki.caCertificateValidityPeriod().toString()),
            networking(),
            new ApiServerConfiguration(
                apiServer,
                mounts.isEmpty() ? null : mounts.stream().map(Volume::of).toList(),
                cluster.certificateSANs()),
            Component.of(controllerManager),
            Component.of(scheduler),
            etcd(etcd),
            runsKubeProxy() ? null : api.sinceV1beta4(new Addon(true)));
    return new ManifestObject(
        configuration, sources.ofCluster(apiServer, mounts, controllerManager, scheduler, etcd));
  }

  private Networking networking() {
    ResolvedNetworks networks = cluster.networks();
    return new Networking(
        joined(networks.pods()), joined(networks.services()), networks.serviceDomain());
  }

  private EtcdConfiguration etcd(Arguments flags) {
    Etcd etcd = spec.controlPlane().etcd();
    if (etcd.external() != null) {
      return EtcdConfiguration.of(
          new ExternalEtcd(
              etcd.external().endpoints().stream().map(Object::toString).toList(),
              PKI + "etcd/ca.crt",
              PKI + "apiserver-etcd-client.crt",
              PKI + "apiserver-etcd-client.key"));
    }
    Etcd.Local local = etcd.local();
    String dataDir = local == null || local.dataDir() == null ? null : local.dataDir().toString();
    return EtcdConfiguration.of(new LocalEtcd(dataDir, flags));
  }

  ManifestObject kubelet() {
    return new KubeletSections(cluster).ofCluster();
  }

  /** Empty where something else does kube-proxy's work. */
  Optional<ManifestObject> kubeProxy() {
    if (!runsKubeProxy()) {
      return Optional.empty();
    }
    KubeProxyConfiguration configuration =
        new KubeProxyConfiguration(
            spec.kubeProxy().mode().name(), joined(cluster.networks().pods()));
    return Optional.of(new ManifestObject(configuration, sources.ofKubeProxy()));
  }

  private boolean runsKubeProxy() {
    return spec.kubeProxy().mode() != KubeProxy.Mode.None;
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
