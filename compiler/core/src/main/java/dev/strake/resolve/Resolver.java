package dev.strake.resolve;

import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ControlPlaneEndpoint;
import dev.strake.spec.Node;
import dev.strake.spec.NodeKubelet;
import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origins;
import dev.strake.spec.Taint;
import dev.strake.value.Cidr;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.IpAddress;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  /** The place of kubeadm's own addresses in each service block. */
  private static final long API_SERVICE = 1;

  private static final long DNS_SERVICE = 10;

  private static final DnsSubdomain SERVICE_DOMAIN = new DnsSubdomain("cluster.local");
  private static final LabelKey ZONE = new LabelKey("topology.kubernetes.io/zone");
  private static final LabelKey CONTROL_PLANE =
      new LabelKey("node-role.kubernetes.io/control-plane");

  private final Cluster cluster;
  private final Origins origins;

  private Resolver(Bound<Cluster> bound) {
    this.cluster = bound.value();
    this.origins = bound.origins();
  }

  public static ResolvedCluster resolve(Bound<Cluster> bound) {
    return new Resolver(bound).resolve();
  }

  private ResolvedCluster resolve() {
    ResolvedNetworks networks = networks(cluster.spec().clusterNetwork());
    List<ResolvedNode> nodes = nodes();
    return new ResolvedCluster(
        cluster, origins, endpoint(), networks, nodes, CertificateNames.of(cluster));
  }

  private ResolvedEndpoint endpoint() {
    ControlPlaneEndpoint endpoint = cluster.spec().controlPlaneEndpoint();
    return new ResolvedEndpoint(endpoint.host().toString(), endpoint.port().number(), BIND_PORT);
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
    List<ResolvedNode> nodes = new ArrayList<>();
    for (NodePool pool : cluster.spec().nodePools()) {
      List<Taint> taints = taints(pool);
      for (Node node : pool.nodes()) {
        nodes.add(node(pool, node, taints));
      }
    }
    return nodes;
  }

  private static ResolvedNode node(NodePool pool, Node node, List<Taint> taints) {
    NodeTemplate template = pool.template();
    NodeKubelet kubelet = template.kubelet();
    return new ResolvedNode(
        node,
        pool,
        labels(template, node.failureDomain()),
        taints,
        sorted(kubelet == null ? Map.of() : kubelet.systemReserved()),
        sorted(kubelet == null ? Map.of() : kubelet.kubeReserved()));
  }

  private static SortedMap<LabelKey, LabelValue> labels(
      NodeTemplate template, @Nullable LabelValue failureDomain) {
    SortedMap<LabelKey, LabelValue> labels = new TreeMap<>(template.labels());
    if (failureDomain != null) {
      labels.put(ZONE, failureDomain);
    }
    return Collections.unmodifiableSortedMap(labels);
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

  private static SortedMap<ResourceName, Quantity> sorted(Map<ResourceName, Quantity> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
