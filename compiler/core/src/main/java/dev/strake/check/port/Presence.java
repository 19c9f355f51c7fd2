package dev.strake.check.port;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Addons;
import dev.strake.spec.Cni;
import dev.strake.spec.Cni.Calico;
import dev.strake.spec.Cni.Cilium;
import dev.strake.spec.Cni.Flannel;
import dev.strake.spec.KubeProxy;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.KubeVIP;
import dev.strake.spec.Tunnel;
import java.util.Optional;
import java.util.function.Predicate;

/** On which machines a program listens, and in which clusters it does. */
enum Presence {
  MACHINE(Site.MACHINE, any -> true),
  NODE(Site.NODE, any -> true),
  CONTROL_PLANE(Site.CONTROL_PLANE, any -> true),
  LOCAL_ETCD(
      Site.CONTROL_PLANE, cluster -> cluster.spec().spec().controlPlane().etcd().local() != null),
  KUBE_PROXY(Site.NODE, cluster -> cluster.spec().spec().kubeProxy().mode() != KubeProxy.Mode.None),
  HAPROXY(
      Site.BALANCER, cluster -> cluster.spec().spec().loadBalancer() instanceof HAProxyKeepalived),
  KUBE_VIP(Site.CONTROL_PLANE, cluster -> cluster.spec().spec().loadBalancer() instanceof KubeVIP),
  FLANNEL_VXLAN(Site.NODE, plugin(Flannel.class, Tunnel.VXLAN)),
  FLANNEL_WIREGUARD(Site.NODE, plugin(Flannel.class, Tunnel.WIREGUARD)),
  CALICO(Site.NODE, cluster -> cni(cluster) instanceof Calico),
  CALICO_VXLAN(Site.NODE, plugin(Calico.class, Tunnel.VXLAN)),
  CALICO_BGP(
      Site.NODE,
      cluster ->
          cni(cluster) instanceof Calico calico
              && calico.encapsulation() != Calico.Encapsulation.VXLAN),
  CILIUM(Site.NODE, cluster -> cni(cluster) instanceof Cilium),
  CILIUM_VXLAN(Site.NODE, plugin(Cilium.class, Tunnel.VXLAN)),
  CILIUM_GENEVE(Site.NODE, plugin(Cilium.class, Tunnel.GENEVE)),
  METALLB(Site.NODE, cluster -> addons(cluster).loadBalancerPool() != null),
  NODE_EXPORTER(
      Site.NODE,
      cluster -> {
        Addons addons = addons(cluster);
        return addons.monitoring() != null && addons.monitoring().nodeExporter();
      });

  private final Site site;
  private final Predicate<ResolvedCluster> runs;

  Presence(Site site, Predicate<ResolvedCluster> runs) {
    this.site = site;
    this.runs = runs;
  }

  Site site() {
    return site;
  }

  boolean isIn(ResolvedCluster cluster) {
    return runs.test(cluster);
  }

  private static Predicate<ResolvedCluster> plugin(Class<? extends Cni> plugin, Tunnel tunnel) {
    return cluster ->
        plugin.isInstance(cni(cluster)) && cni(cluster).tunnel().equals(Optional.of(tunnel));
  }

  private static Cni cni(ResolvedCluster cluster) {
    return cluster.spec().spec().clusterNetwork().cni();
  }

  private static Addons addons(ResolvedCluster cluster) {
    return cluster.spec().spec().addons();
  }
}
