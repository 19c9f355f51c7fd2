package dev.strake.generate.loadbalancer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.generate.HaProduction;
import dev.strake.resolve.ResolvedEndpoint;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HAProxy itself, with the generated configuration, before servers that fail. */
class HaproxyFailoverTest {

  private static final Map<String, String> SERVERS =
      Map.of("cp-1", "127.0.0.1", "cp-2", "127.0.0.2", "cp-3", "127.0.0.3");

  @TempDir Path folder;

  @BeforeAll
  static void needsHaproxy() {
    boolean present = HaproxyProcess.isInstalled();
    if (!present) {
      System.err.println("SKIPPED: no haproxy on this machine; its configuration is not proven");
    }
    Assumptions.assumeTrue(present, "haproxy is not installed");
  }

  @Test
  void acceptsTheConfiguration() throws Exception {
    HaproxyConfig config = HaproxyConfig.of(new HaProduction().resolved(), null);
    assertEquals("", HaproxyProcess.check(config, folder));
  }

  @Test
  void acceptsTheConfigurationWithACa() throws Exception {
    TestKeys keys = TestKeys.make(folder);
    HaproxyConfig config =
        HaproxyConfig.of(new HaProduction().resolved(), keys.certificate().toString());
    assertEquals("", HaproxyProcess.check(config, folder));
  }

  @Test
  @Tag("slow")
  void clientsSeeNoFailureWhileServersFail() throws Exception {
    TestKeys keys = TestKeys.make(folder);
    int serverPort = freePort();
    try (ApiServers servers = ApiServers.start(keys, SERVERS, serverPort)) {
      HaproxyConfig config = config(serverPort, keys);
      try (HaproxyProcess haproxy = HaproxyProcess.start(config, folder)) {
        haproxy.awaitStatus(Map.of("cp-1", "UP", "cp-2", "UP", "cp-3", "UP"));
        Clients clients = new Clients(config.frontend().bind().port(), keys);
        assertEquals(List.of("cp-1", "cp-2", "cp-3"), clients.askInTurn(60));

        servers.stop("cp-1");
        // Before HAProxy knows: connections to the dead server must be sent on.
        assertEquals(List.of("cp-2", "cp-3"), clients.askInTurn(60));
        haproxy.awaitStatus(Map.of("cp-1", "DOWN", "cp-2", "UP", "cp-3", "UP"));
        assertEquals(List.of("cp-2", "cp-3"), clients.askInTurn(30));

        servers.makeUnready("cp-2");
        while (!haproxy.hasStatus(Map.of("cp-2", "DOWN"))) {
          clients.askInTurn(5);
        }
        assertEquals(List.of("cp-3"), clients.askInTurn(30));
        assertTrue(clients.repeated() <= 1, "cut while in flight: " + clients.repeated());
      }
    }
  }

  @Test
  @Tag("slow")
  @SuppressWarnings("try")
  void aServerOfAnotherCaIsNeverUp() throws Exception {
    TestKeys keys = TestKeys.make(folder);
    TestKeys others = TestKeys.make(folder.resolve("others"));
    int serverPort = freePort();
    try (ApiServers servers = ApiServers.start(others, SERVERS, serverPort);
        HaproxyProcess haproxy = HaproxyProcess.start(config(serverPort, keys), folder)) {
      haproxy.awaitStatus(Map.of("cp-1", "DOWN", "cp-2", "DOWN", "cp-3", "DOWN"));
    }
  }

  private static HaproxyConfig config(int serverPort, TestKeys keys) throws Exception {
    HaProduction cluster =
        new HaProduction().withEndpoint(new ResolvedEndpoint("127.0.0.1", freePort(), serverPort));
    SERVERS.forEach(cluster::withControlPlane);
    HaproxyConfig made = HaproxyConfig.of(cluster.resolved(), keys.certificate().toString());
    // The user of the package may not be there, and the test may not be root.
    return new HaproxyConfig(
        new GlobalSection(1000, null),
        made.defaults(),
        made.frontend(),
        made.backend(),
        new StatsSection(new Listener("127.0.0.1", freePort())));
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * Asks as Kubernetes' own clients do: a read whose connection is cut is asked once more. Every
   * request has a connection of its own, so that each is balanced.
   */
  private static final class Clients {

    private final URI target;
    private final TestKeys keys;
    private int repeated;

    Clients(int port, TestKeys keys) {
      this.target = URI.create("https://localhost:" + port + "/api");
      this.keys = keys;
    }

    /** Who answered, sorted; a failure fails the test. */
    List<String> askInTurn(int requests) throws Exception {
      TreeSet<String> names = new TreeSet<>();
      for (int i = 0; i < requests; i++) {
        names.add(ask());
      }
      return List.copyOf(names);
    }

    private String ask() throws Exception {
      try {
        return once();
      } catch (IOException e) {
        repeated++;
        return once();
      }
    }

    private String once() throws Exception {
      HttpClient client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .sslContext(keys.context())
              .connectTimeout(Duration.ofSeconds(10))
              .build();
      HttpRequest request = HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(10)).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      return answer.body();
    }

    int repeated() {
      return repeated;
    }
  }
}
