package dev.strake.generate;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedEndpoint;
import dev.strake.resolve.ResolvedNetworks;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.ApiServer;
import dev.strake.spec.Cluster;
import dev.strake.spec.ClusterMetadata;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Level;
import dev.strake.spec.ClusterNamespace.LimitRange;
import dev.strake.spec.ClusterNamespace.PodSecurity;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Cni;
import dev.strake.spec.ControlPlane;
import dev.strake.spec.ControlPlaneEndpoint;
import dev.strake.spec.Etcd;
import dev.strake.spec.LoadBalancer;
import dev.strake.spec.MachineNetwork;
import dev.strake.spec.NetworkRanges;
import dev.strake.spec.Node;
import dev.strake.spec.NodeKubelet;
import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Taint;
import dev.strake.value.AbsolutePath;
import dev.strake.value.Cidr;
import dev.strake.value.DnsLabel;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.HostName;
import dev.strake.value.InterfaceAddress;
import dev.strake.value.InterfaceName;
import dev.strake.value.IpAddress;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Port;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Three control planes behind a virtual address, two workers, two namespaces. */
public final class HaProduction {

  private final Map<String, String> controlPlane = new LinkedHashMap<>();
  private ResolvedEndpoint endpoint = new ResolvedEndpoint("192.168.1.200", 6443, 6443);

  public HaProduction() {
    controlPlane.put("cp-1", "192.168.1.100");
    controlPlane.put("cp-2", "192.168.1.101");
    controlPlane.put("cp-3", "192.168.1.102");
  }

  public HaProduction withControlPlane(String name, String address) {
    controlPlane.put(name, address);
    return this;
  }

  public HaProduction withEndpoint(ResolvedEndpoint newEndpoint) {
    endpoint = newEndpoint;
    return this;
  }

  public ResolvedCluster resolved() {
    NodePool control =
        pool("control-plane", NodePool.Role.ControlPlane, controlPlane, null, Map.of());
    NodeKubelet kubelet =
        new NodeKubelet(
            quantities("memory", "4Gi", "cpu", "1"), quantities("cpu", "500m", "memory", "2Gi"));
    NodePool general =
        pool(
            "general",
            NodePool.Role.Worker,
            Map.of("w-1", "192.168.1.110"),
            kubelet,
            Map.of(label("workload"), LabelValue.parse("general").orThrow()));
    ClusterSpec spec =
        new ClusterSpec(
            KubernetesVersion.parse("v1.36.4").orThrow(),
            new ControlPlaneEndpoint(
                HostName.parse(endpoint.host()).orThrow(),
                Port.parse(Integer.toString(endpoint.port())).orThrow()),
            network(),
            balancer(),
            new ControlPlane(
                new Etcd(
                    new Etcd.Local(AbsolutePath.parse("/var/lib/etcd").orThrow(), 8589934592L),
                    null),
                new ApiServer(List.of())),
            List.of(control, general),
            List.of(teamA(), teamB()),
            List.of());
    Cluster cluster =
        new Cluster(new ClusterMetadata(DnsLabel.parse("prod-a").orThrow(), Map.of()), spec);
    List<ResolvedNode> nodes = new ArrayList<>();
    Taint taint =
        new Taint(label("node-role.kubernetes.io/control-plane"), null, Taint.Effect.NoSchedule);
    control.nodes().forEach(n -> nodes.add(resolved(n, control, List.of(taint))));
    general.nodes().forEach(n -> nodes.add(resolved(n, general, List.of())));
    return new ResolvedCluster(
        cluster,
        new NamedOrigins(),
        endpoint,
        new ResolvedNetworks(
            List.of(cidr("192.168.1.0/24")),
            List.of(cidr("10.244.0.0/16")),
            List.of(cidr("10.96.0.0/12")),
            "cluster.local",
            List.of(address("10.96.0.10")),
            List.of(address("10.96.0.1"))),
        nodes,
        List.of(endpoint.host(), "192.168.1.100"));
  }

  private static ResolvedNode resolved(Node node, NodePool pool, List<Taint> taints) {
    NodeKubelet kubelet = pool.template().kubelet();
    SortedMap<ResourceName, Quantity> none = new TreeMap<>();
    return new ResolvedNode(
        node,
        pool,
        new TreeMap<>(pool.template().labels()),
        taints,
        kubelet == null ? none : new TreeMap<>(kubelet.systemReserved()),
        kubelet == null ? none : new TreeMap<>(kubelet.kubeReserved()));
  }

  private static NodePool pool(
      String name,
      NodePool.Role role,
      Map<String, String> machines,
      NodeKubelet kubelet,
      Map<LabelKey, LabelValue> labels) {
    List<Node> nodes = new ArrayList<>();
    machines.forEach(
        (n, a) -> nodes.add(new Node(DnsSubdomain.parse(n).orThrow(), address(a), null)));
    return new NodePool(
        DnsLabel.parse(name).orThrow(),
        role,
        new NodeTemplate(quantities("cpu", "16"), labels, null, kubelet),
        nodes);
  }

  private static ClusterNetwork network() {
    return new ClusterNetwork(
        new MachineNetwork(List.of(cidr("192.168.1.0/24")), null),
        new NetworkRanges(List.of(cidr("10.244.0.0/16"))),
        new NetworkRanges(List.of(cidr("10.96.0.0/12"))),
        null,
        List.of(),
        new Cni.Flannel(Cni.Flannel.Backend.VXLAN, true));
  }

  private static LoadBalancer balancer() {
    return new LoadBalancer.HAProxyKeepalived(
        new LoadBalancer.Keepalived(
            InterfaceAddress.parse("192.168.1.200/24").orThrow(),
            InterfaceName.parse("eth0").orThrow(),
            61),
        List.of(host("lb-1", "192.168.1.11", 102), host("lb-2", "192.168.1.12", 101)));
  }

  private static LoadBalancer.Host host(String name, String address, int priority) {
    return new LoadBalancer.Host(DnsLabel.parse(name).orThrow(), address(address), priority);
  }

  private static ClusterNamespace teamA() {
    return new ClusterNamespace(
        DnsLabel.parse("team-a").orThrow(),
        new PodSecurity(Level.restricted, null, Level.restricted),
        null,
        quantities("requests.memory", "32Gi", "pods", "100"),
        new LimitRange(
            quantities("cpu", "500m"), quantities("cpu", "100m"), quantities("cpu", "4")));
  }

  private static ClusterNamespace teamB() {
    return new ClusterNamespace(DnsLabel.parse("team-b").orThrow(), null, false, Map.of(), null);
  }

  private static LabelKey label(String key) {
    return LabelKey.parse(key).orThrow();
  }

  private static Cidr cidr(String text) {
    return Cidr.parse(text).orThrow();
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orThrow();
  }

  private static Map<ResourceName, Quantity> quantities(String... namesAndTexts) {
    Map<ResourceName, Quantity> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      map.put(
          ResourceName.parse(namesAndTexts[i]).orThrow(),
          Quantity.parse(namesAndTexts[i + 1]).orThrow());
    }
    return map;
  }
}
