package dev.strake.resolve;

import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.ControlPlaneEndpoint;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.Node;
import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origins;
import dev.strake.spec.Taint;
import dev.strake.value.Cidr;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.IpAddress;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Port;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides everything that a spec leaves open. Never fails: what is wrong is for the checks to say.
 */
public final class Resolver {

  /**
   * Where API servers listen unless a load balancer on the same machine takes the port.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/#kubeadm-k8s-io-v1beta4-APIEndpoint">kubeadm:
   *     APIEndpoint</a>
   */
  static final int BIND_PORT = 6443;

  /** The next port that no component of the control plane listens on. */
  static final int BIND_PORT_BESIDE_BALANCER = 6444;

  /** The place of kubeadm's own addresses in each service block. */
  private static final long API_SERVICE = 1;

  private static final long DNS_SERVICE = 10;

  private static final DnsSubdomain SERVICE_DOMAIN = new DnsSubdomain("cluster.local");
  private static final LabelKey ZONE = new LabelKey("topology.kubernetes.io/zone");
  private static final LabelKey CONTROL_PLANE =
      new LabelKey("node-role.kubernetes.io/control-plane");

  private final Cluster cluster;
  private final Origins origins;
  private final NamedFiles files;

  private Resolver(Bound<Cluster> bound, NamedFiles files) {
    this.files = files;
    this.cluster = bound.value();
    this.origins = bound.origins();
  }

  /** A cluster whose spec names no files, or whose files nobody asks for. */
  public static ResolvedCluster resolve(Bound<Cluster> bound) {
    return resolve(bound, NamedFiles.NONE);
  }

  public static ResolvedCluster resolve(Bound<Cluster> bound, NamedFiles files) {
    return new Resolver(bound, files).resolve();
  }

  private ResolvedCluster resolve() {
    ClusterSpec spec = cluster.spec();
    List<ResolvedNode> nodes = nodes();
    ResolvedEndpoint endpoint = endpoint();
    return new ResolvedCluster(
        cluster,
        origins,
        endpoint,
        networks(spec.clusterNetwork()),
        nodes,
        ResolvedLoadBalancer.of(spec, endpoint, nodes, origins),
        ResolvedMachines.of(spec, origins),
        CertificateNames.of(cluster),
        files);
  }

  private ResolvedEndpoint endpoint() {
    ControlPlaneEndpoint endpoint = cluster.spec().controlPlaneEndpoint();
    int port = endpoint.port().number();
    return new ResolvedEndpoint(endpoint.host().toString(), port, bindPort(port));
  }

  private int bindPort(int endpointPort) {
    Port written = cluster.spec().controlPlane().apiServer().bindPort();
    if (written != null) {
      return written.number();
    }
    boolean taken =
        cluster.spec().loadBalancer() instanceof HAProxyKeepalived balancer
            && ResolvedLoadBalancer.isColocated(balancer)
            && ResolvedLoadBalancer.port(balancer, endpointPort) == BIND_PORT;
    return taken ? BIND_PORT_BESIDE_BALANCER : BIND_PORT;
  }

  private static ResolvedNetworks networks(ClusterNetwork network) {
    List<Cidr> services = network.services().cidrBlocks();
    DnsSubdomain domain = network.serviceDomain();
    return new ResolvedNetworks(
        network.machines().cidrBlocks(),
        network.pods().cidrBlocks(),
        services,
        (domain == null ? SERVICE_DOMAIN : domain).toString(),
        addresses(services, DNS_SERVICE),
        addresses(services, API_SERVICE));
  }

  /** A block that is too small has no such address; a check refuses it. */
  private static List<IpAddress> addresses(List<Cidr> blocks, long place) {
    return blocks.stream().flatMap(block -> block.nth(place).stream()).toList();
  }

  private List<ResolvedNode> nodes() {
    List<NodePool> pools = cluster.spec().nodePools();
    TemplateInheritance inheritance = new TemplateInheritance(pools, origins);
    List<ResolvedNode> nodes = new ArrayList<>();
    for (NodePool written : pools) {
      NodePool pool = inheritance.complete(written);
      List<Taint> taints = taints(pool);
      ResolvedKubelet kubelet =
          ResolvedKubelet.of(cluster.spec().kubelet(), pool.template().kubelet(), origins);
      for (Node node : pool.nodes()) {
        nodes.add(
            new ResolvedNode(
                node,
                pool,
                labels(pool.template(), node),
                Collections.unmodifiableSortedMap(new TreeMap<>(pool.template().managedLabels())),
                together(taints, node.taints()),
                kubelet));
      }
    }
    return nodes;
  }

  private static SortedMap<LabelKey, LabelValue> labels(NodeTemplate template, Node node) {
    SortedMap<LabelKey, LabelValue> labels = new TreeMap<>(template.labels());
    LabelValue failureDomain = node.failureDomain();
    if (failureDomain != null) {
      labels.put(ZONE, failureDomain);
    }
    labels.putAll(node.labels());
    return Collections.unmodifiableSortedMap(labels);
  }

  /** A node has one taint of a key and effect: its own instead of its pool's. */
  private static List<Taint> together(List<Taint> ofPool, List<Taint> own) {
    List<Taint> all = new ArrayList<>();
    for (Taint taint : ofPool) {
      boolean replaced =
          own.stream().anyMatch(o -> o.key().equals(taint.key()) && o.effect() == taint.effect());
      if (!replaced) {
        all.add(taint);
      }
    }
    all.addAll(own);
    return all;
  }

  private List<Taint> taints(NodePool pool) {
    List<Taint> written = pool.template().taints();
    if (written != null) {
      return written;
    }
    if (pool.role() != NodePool.Role.ControlPlane) {
      return List.of();
    }
    Taint usual = new Taint(CONTROL_PLANE, null, Taint.Effect.NoSchedule);
    return List.of(origins.caused(usual, pool.template()));
  }
}
