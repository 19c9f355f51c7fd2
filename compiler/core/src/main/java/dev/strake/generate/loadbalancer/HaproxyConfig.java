package dev.strake.generate.loadbalancer;

import dev.strake.resolve.ResolvedCluster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole haproxy.cfg. */
record HaproxyConfig(
    GlobalSection global,
    DefaultsSection defaults,
    FrontendSection frontend,
    BackendSection backend,
    StatsSection stats) {

  private static final String API_SERVER = "kube-apiserver";
  private static final int MAX_CONNECTIONS = 20_000;
  private static final Listener STATS = new Listener("127.0.0.1", 8404);

  /**
   * What stands before a cluster's API servers. It listens on all addresses, not on the virtual one
   * alone: the host that does not carry it at the moment could not start otherwise.
   *
   * @param caFile on the host, to verify API servers with in health checks; null to believe anyone
   */
  static HaproxyConfig of(ResolvedCluster cluster, @Nullable String caFile) {
    int bindPort = cluster.endpoint().bindPort();
    List<Server> servers =
        cluster
            .controlPlaneNodes()
            .map(n -> new Server(n.name(), new Listener(n.node().address().toString(), bindPort)))
            .toList();
    return new HaproxyConfig(
        new GlobalSection(MAX_CONNECTIONS, "haproxy"),
        new DefaultsSection(),
        new FrontendSection(API_SERVER, anyAddress(cluster), API_SERVER),
        new BackendSection(API_SERVER, new HealthCheck("/readyz", 2, 2, 3, caFile), servers),
        new StatsSection(STATS));
  }

  private static Listener anyAddress(ResolvedCluster cluster) {
    boolean ipv6 =
        cluster.controlPlaneNodes().anyMatch(n -> n.node().address().toString().contains(":"));
    return new Listener(ipv6 ? "::" : "*", cluster.endpoint().port());
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
