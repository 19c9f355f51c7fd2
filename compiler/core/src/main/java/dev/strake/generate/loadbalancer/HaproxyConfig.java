package dev.strake.generate.loadbalancer;

import dev.strake.generate.loadbalancer.GlobalSection.Confinement;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.spec.ApiServer.AnonymousAuth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole haproxy.cfg. */
record HaproxyConfig(
    GlobalSection global,
    DefaultsSection defaults,
    FrontendSection frontend,
    BackendSection backend,
    StatsSection stats) {

  /** The frontend and the backend: what the servers are. */
  static final String API_SERVER = "kube-apiserver";

  /**
   * Eight for each node: kubelet, kube-proxy, the pod network's agent and whatever else runs on all
   * of them. For a thousand nodes at least, so that nodes that join seldom change the file; beyond,
   * in steps. Pods do not come this way: their Service leads to the API servers themselves.
   */
  private static final int CONNECTIONS_OF_A_NODE = 8;

  private static final int NODES_IN_A_STEP = 1000;

  private static final int STATS_CONNECTIONS = 100;

  private static final String LOOPBACK = "127.0.0.1";

  /** The home that both families' packages give the user; SELinux lets it have a socket there. */
  private static final Confinement CONFINEMENT = new Confinement("haproxy", "/var/lib/haproxy");

  private static final String ADMIN_SOCKET = CONFINEMENT.root() + "/admin.sock";

  /**
   * What stands before a cluster's API servers: the same on every host.
   *
   * @param caFile on the host, to verify API servers with in health checks; null to believe anyone
   */
  static HaproxyConfig of(
      ResolvedCluster cluster, ResolvedLoadBalancer balancer, @Nullable String caFile) {
    int connections = connections(cluster.nodes().size());
    int bindPort = cluster.endpoint().bindPort();
    AnonymousAuth anonymousAuth = cluster.spec().spec().controlPlane().apiServer().anonymousAuth();
    List<Server> servers =
        cluster
            .controlPlaneNodes()
            .map(
                node ->
                    new Server(
                        node.name(), new SocketAddress(node.node().address().toString(), bindPort)))
            .toList();
    List<Bind> binds =
        balancer.families().stream().map(family -> new Bind(family, balancer.port())).toList();
    HealthCheck check = HealthCheck.of(balancer.written().healthCheck(), anonymousAuth, caFile);
    return new HaproxyConfig(
        new GlobalSection(connections + STATS_CONNECTIONS, CONFINEMENT, ADMIN_SOCKET),
        new DefaultsSection(),
        new FrontendSection(API_SERVER, binds, connections, API_SERVER),
        new BackendSection(API_SERVER, check, servers),
        new StatsSection(new SocketAddress(LOOPBACK, balancer.statsPort())));
  }

  private static int connections(int nodes) {
    int steps = Math.max(1, (nodes + NODES_IN_A_STEP - 1) / NODES_IN_A_STEP);
    return steps * NODES_IN_A_STEP * CONNECTIONS_OF_A_NODE;
  }

  String text() {
    HaproxyText text = new HaproxyText();
    text.comment("Written by Strake from the cluster's description; change it there.");
    for (HaproxySection section : List.of(global, defaults, frontend, backend, stats)) {
      section.writeTo(text);
    }
    return text.toString();
  }
}
