package dev.strake.generate.controlplane;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ControlPlane;
import dev.strake.spec.Etcd;
import dev.strake.spec.ExtraArgument;
import dev.strake.spec.Origins;
import dev.strake.value.Cidr;
import dev.strake.value.IpFamily;
import java.util.List;

/**
 * The flags of each component that kubeadm does not set by itself: those that sections of the spec
 * ask for, those that the CIS benchmark does, then the spec's own in their order. Where the spec
 * writes a flag of the benchmark's, its value stands alone; admission plugins are added to ours.
 *
 * @see <a href="https://www.cisecurity.org/benchmark/kubernetes">CIS Kubernetes Benchmark 1.12</a>
 */
public final class ComponentFlags {

  /** Ended pods that are kept; Kubernetes' own 12500 is more than an API server should list. */
  private static final int KEPT_ENDED_PODS = 1000;

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
    return new ApiServerFlags(cluster).all();
  }

  /** Of kube-controller-manager: CIS 1.3.1, 1.3.2. */
  public List<ComponentFlag> controllerManager() {
    SourceRange place = origins.of(controlPlane, ControlPlane::controllerManager).range();
    FlagList flags = list(controlPlane.controllerManager().extraArgs());
    addNodeMasks(flags);
    return flags
        .with("profiling", false, place)
        .with("terminated-pod-gc-threshold", KEPT_ENDED_PODS, place)
        .all();
  }

  /** The controller manager refuses a mask of a family that pods do not have. */
  private void addNodeMasks(FlagList flags) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    if (hasPods(IpFamily.IPV4)) {
      flags.with(
          "node-cidr-mask-size-ipv4",
          network.nodeCIDRMaskSizeIPv4(),
          origins.of(network, ClusterNetwork::nodeCIDRMaskSizeIPv4).range());
    }
    if (hasPods(IpFamily.IPV6)) {
      flags.with(
          "node-cidr-mask-size-ipv6",
          network.nodeCIDRMaskSizeIPv6(),
          origins.of(network, ClusterNetwork::nodeCIDRMaskSizeIPv6).range());
    }
  }

  private boolean hasPods(IpFamily family) {
    return cluster.networks().pods().stream().map(Cidr::family).anyMatch(family::equals);
  }

  /** Of kube-scheduler: CIS 1.4.1. */
  public List<ComponentFlag> scheduler() {
    SourceRange place = origins.of(controlPlane, ControlPlane::scheduler).range();
    return list(controlPlane.scheduler().extraArgs()).with("profiling", false, place).all();
  }

  /**
   * Of the members of etcd that run on the control planes; empty if somebody else runs etcd. CIS
   * 2.1 to 2.7 ask for certificates and client authentication, which kubeadm sets up.
   */
  public List<ComponentFlag> etcd() {
    Etcd.Local local = controlPlane.etcd().local();
    if (local == null) {
      return List.of();
    }
    FlagList flags = list(local.extraArgs());
    if (local.quotaBackendBytes() != null) {
      flags.with(
          "quota-backend-bytes",
          local.quotaBackendBytes(),
          origins.of(local, Etcd.Local::quotaBackendBytes).range());
    }
    return flags.all();
  }

  private FlagList list(List<ExtraArgument> written) {
    return new FlagList(written, origins);
  }
}
