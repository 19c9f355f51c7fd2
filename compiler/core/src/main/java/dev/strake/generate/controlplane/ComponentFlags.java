package dev.strake.generate.controlplane;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ControlPlane;
import dev.strake.spec.ControlPlaneComponent;
import dev.strake.spec.Etcd;
import dev.strake.spec.ExtraArgument;
import dev.strake.spec.Origins;
import dev.strake.value.Cidr;
import dev.strake.value.IpFamily;
import java.util.ArrayList;
import java.util.List;

/**
 * The flags of each component, ours first, then the spec's own in their order: the last of several
 * counts where a flag takes one value.
 */
public final class ComponentFlags {

  /** kube-apiserver's own default. */
  private static final String USUAL_NODE_PORTS = "30000-32767";

  private final ResolvedCluster cluster;
  private final ControlPlane controlPlane;
  private final Origins origins;

  public ComponentFlags(ResolvedCluster cluster) {
    this.cluster = cluster;
    this.controlPlane = cluster.spec().spec().controlPlane();
    this.origins = cluster.origins();
  }

  /** Of kube-apiserver. */
  public List<ComponentFlag> apiServer() {
    List<ComponentFlag> flags = new ArrayList<>();
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    String nodePorts = network.serviceNodePortRange().toString();
    if (!nodePorts.equals(USUAL_NODE_PORTS)) {
      flags.add(
          new ComponentFlag(
              "service-node-port-range",
              nodePorts,
              origins.of(network, ClusterNetwork::serviceNodePortRange).range()));
    }
    flags.add(withoutProfiling());
    add(controlPlane.apiServer().extraArgs(), flags);
    return List.copyOf(flags);
  }

  /** Of kube-controller-manager. */
  public List<ComponentFlag> controllerManager() {
    List<ComponentFlag> flags = new ArrayList<>();
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    if (hasPods(IpFamily.IPV4)) {
      flags.add(
          new ComponentFlag(
              "node-cidr-mask-size-ipv4",
              network.nodeCIDRMaskSizeIPv4().toString(),
              origins.of(network, ClusterNetwork::nodeCIDRMaskSizeIPv4).range()));
    }
    if (hasPods(IpFamily.IPV6)) {
      flags.add(
          new ComponentFlag(
              "node-cidr-mask-size-ipv6",
              network.nodeCIDRMaskSizeIPv6().toString(),
              origins.of(network, ClusterNetwork::nodeCIDRMaskSizeIPv6).range()));
    }
    flags.add(withoutProfiling());
    add(controlPlane.controllerManager(), flags);
    return List.copyOf(flags);
  }

  private boolean hasPods(IpFamily family) {
    return cluster.networks().pods().stream().map(Cidr::family).anyMatch(family::equals);
  }

  /** Of kube-scheduler. */
  public List<ComponentFlag> scheduler() {
    List<ComponentFlag> flags = new ArrayList<>();
    flags.add(withoutProfiling());
    add(controlPlane.scheduler(), flags);
    return List.copyOf(flags);
  }

  /** Of the members of etcd that run on the control planes; empty if somebody else runs etcd. */
  public List<ComponentFlag> etcd() {
    Etcd.Local local = controlPlane.etcd().local();
    List<ComponentFlag> flags = new ArrayList<>();
    if (local == null) {
      return flags;
    }
    if (local.quotaBackendBytes() != null) {
      flags.add(
          new ComponentFlag(
              "quota-backend-bytes",
              local.quotaBackendBytes().toString(),
              origins.of(local, Etcd.Local::quotaBackendBytes).range()));
    }
    add(local.extraArgs(), flags);
    return List.copyOf(flags);
  }

  /**
   * Profiles tell whoever may ask for them how the component is built inside.
   *
   * @see <a href="https://www.cisecurity.org/benchmark/kubernetes">CIS Kubernetes Benchmark 1.2.15,
   *     1.3.2, 1.4.1</a>
   */
  private ComponentFlag withoutProfiling() {
    return new ComponentFlag("profiling", "false", origins.of(controlPlane).range());
  }

  private void add(ControlPlaneComponent component, List<ComponentFlag> flags) {
    add(component.extraArgs(), flags);
  }

  private void add(List<ExtraArgument> written, List<ComponentFlag> flags) {
    for (ExtraArgument flag : written) {
      flags.add(new ComponentFlag(flag.name().toString(), flag.value(), origins.of(flag).range()));
    }
  }
}
