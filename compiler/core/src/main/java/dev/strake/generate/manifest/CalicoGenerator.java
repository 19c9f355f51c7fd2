package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.Cni.Calico;
import dev.strake.spec.KubeProxy;
import dev.strake.spec.NetworkRanges;
import dev.strake.value.Cidr;
import dev.strake.value.IpFamily;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Calico's operator installs: without it, it installs nothing.
 *
 * @see <a href="https://docs.tigera.io/calico/latest/reference/installation/api">Installation</a>
 */
final class CalicoGenerator implements Generator {

  private static final NodePath NETWORK = NodePath.of("spec", "calicoNetwork");

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    return network.cni() instanceof Calico calico
        ? List.of(new ManifestFiles(cluster).of(installation(cluster, calico), sources(cluster)))
        : List.of();
  }

  private static Installation installation(ResolvedCluster cluster, Calico calico) {
    List<Pool> pools = new ArrayList<>();
    for (Cidr block : cluster.networks().pods()) {
      pools.add(new Pool(block.toString(), encapsulation(calico, block.family())));
    }
    CalicoNetwork network = new CalicoNetwork(dataplane(cluster), calico.mtu(), pools);
    // The operator reads no other name.
    return new Installation(CustomObject.Metadata.ofCluster("default"), new Spec(network));
  }

  /** IP in IP carries nothing over IPv6; the operator refuses such a pool. */
  private static String encapsulation(Calico calico, IpFamily family) {
    boolean ipip =
        calico.encapsulation() == Calico.Encapsulation.IPIP
            || calico.encapsulation() == Calico.Encapsulation.IPIPCrossSubnet;
    return ipip && family == IpFamily.IPV6 ? "None" : calico.encapsulation().name();
  }

  /**
   * Calico's rules and kube-proxy's must be of one kind, or each misses what the other marks; null
   * for the operator's default, iptables.
   *
   * @see <a href="https://docs.tigera.io/calico/latest/operations/nftables">Calico: nftables mode
   *     needs kube-proxy in nftables mode</a>
   */
  private static @Nullable String dataplane(ResolvedCluster cluster) {
    boolean nftables = cluster.spec().spec().kubeProxy().mode() == KubeProxy.Mode.nftables;
    return nftables ? "Nftables" : null;
  }

  private static SourceMap sources(ResolvedCluster cluster) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    Calico calico = (Calico) network.cni();
    var encapsulation = cluster.origins().of(calico, Calico::encapsulation).range();
    SourceMap sources =
        SourceMap.of(cluster.origins().of(calico).range())
            .with(NETWORK.key("mtu"), cluster.origins().of(calico, Calico::mtu).range())
            .with(
                NETWORK.key("linuxDataplane"),
                cluster.origins().of(cluster.spec().spec().kubeProxy(), KubeProxy::mode).range());
    for (int i = 0; i < network.pods().cidrBlocks().size(); i++) {
      NodePath pool = NETWORK.key("ipPools").index(i);
      sources =
          sources
              .with(
                  pool, cluster.origins().of(network.pods(), NetworkRanges::cidrBlocks, i).range())
              .with(pool.key("encapsulation"), encapsulation);
    }
    return sources;
  }

  record Installation(Metadata metadata, Spec spec) implements CustomObject {
    @Override
    public String apiVersion() {
      return "operator.tigera.io/v1";
    }
  }

  record Spec(CalicoNetwork calicoNetwork) {}

  record CalicoNetwork(
      @Nullable String linuxDataplane, @Nullable Integer mtu, List<Pool> ipPools) {}

  record Pool(String cidr, String encapsulation) {}
}
