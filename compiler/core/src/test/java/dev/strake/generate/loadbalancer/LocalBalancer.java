package dev.strake.generate.loadbalancer;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A load balancer and its API servers on ports of this machine that were free. */
final class LocalBalancer {

  private static final Map<String, String> SERVERS =
      Map.of("cp-1", "127.0.0.1", "cp-2", "127.0.0.2", "cp-3", "127.0.0.3");

  private final Path folder;
  private final int serverPort;
  private final ResolvedLoadBalancer balancer;
  private final HaproxyConfig config;
  private final Path script;

  private LocalBalancer(
      Path folder,
      int serverPort,
      ResolvedLoadBalancer balancer,
      HaproxyConfig config,
      Path script) {
    this.folder = folder;
    this.serverPort = serverPort;
    this.balancer = balancer;
    this.config = config;
    this.script = script;
  }

  /**
   * @param authority the file with its certificate; null to verify nothing
   */
  static LocalBalancer on(Path folder, @Nullable Path authority) throws Exception {
    int serverPort = freePort();
    BalancedCluster cluster =
        BalancedCluster.USUAL.with("bindPort: 6443", "bindPort: " + serverPort);
    for (Map.Entry<String, String> server : SERVERS.entrySet()) {
      String name = "{name: " + server.getKey() + ", address: ";
      cluster = cluster.with(name, name + server.getValue() + " } #");
    }
    ResolvedCluster resolved = cluster.resolved();
    ResolvedLoadBalancer usual = resolved.loadBalancer().orElseThrow();
    ResolvedLoadBalancer here =
        new ResolvedLoadBalancer(
            usual.written(), freePort(), freePort(), usual.families(), usual.routers());
    HaproxyConfig made =
        HaproxyConfig.of(resolved, here, authority == null ? null : authority.toString());
    // The user of the package may not be there, and the test may not be root.
    GlobalSection global = new GlobalSection(1000, null, folder.resolve("admin.sock").toString());
    HaproxyConfig config =
        new HaproxyConfig(global, made.defaults(), made.frontend(), made.backend(), made.stats());
    Path script = Files.writeString(folder.resolve("check-apiserver.sh"), CheckScript.of(here));
    return new LocalBalancer(folder, serverPort, here, config, script);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return balancer.port();
  }

  int statsPort() {
    return balancer.statsPort();
  }

  ApiServers servers(TestKeys keys) throws IOException {
    return ApiServers.start(keys, SERVERS, serverPort);
  }

  HaproxyProcess start() throws Exception {
    return HaproxyProcess.start(config, folder);
  }

  /** The check's exit code and what it says. */
  String check() throws Exception {
    Program check = Program.run("bash", script.toString());
    return check.exitCode() + " " + check.output().strip();
  }
}
