package dev.strake.generate.loadbalancer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HAProxy itself, with the generated configuration, before servers that fail. */
@Tag("slow")
class HaproxyFailoverTest {

  private static final Map<String, String> ALL_UP =
      Map.of("cp-1", "UP", "cp-2", "UP", "cp-3", "UP");
  private static final Map<String, String> ALL_DOWN =
      Map.of("cp-1", "DOWN", "cp-2", "DOWN", "cp-3", "DOWN");

  @TempDir Path folder;

  @BeforeAll
  static void needsHaproxy() {
    HaproxyProcess.assumeInstalled();
  }

  @Test
  void clientsSeeNoFailureWhileServersFail() throws Exception {
    TestKeys keys = TestKeys.make(folder);
    LocalBalancer balancer = LocalBalancer.on(folder, keys.certificate());
    try (ApiServers servers = balancer.servers(keys);
        HaproxyProcess haproxy = balancer.start()) {
      haproxy.awaitStatus(ALL_UP);
      Clients clients = new Clients("localhost", balancer.port(), keys, Duration.ZERO);
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
      // One request that was in flight for each server that went.
      assertTrue(clients.repeated() <= 2, "cut while in flight: " + clients.repeated());
    }
  }

  @Test
  @SuppressWarnings("try")
  void clientsSeeNothingOfAReload() throws Exception {
    TestKeys keys = TestKeys.make(folder);
    LocalBalancer balancer = LocalBalancer.on(folder, keys.certificate());
    try (ApiServers servers = balancer.servers(keys);
        HaproxyProcess haproxy = balancer.start()) {
      haproxy.awaitStatus(ALL_UP);
      Clients clients = new Clients("localhost", balancer.port(), keys, Duration.ZERO);
      for (int reload = 0; reload < 3; reload++) {
        haproxy.signal("USR2");
        clients.askInTurn(100);
      }
      assertEquals(0, clients.repeated(), haproxy.log());
      // Each of the three, or there was no reload to see.
      assertEquals(4, haproxy.log().lines().filter(l -> l.contains("New worker")).count());
    }
  }

  @Test
  @SuppressWarnings("try")
  void aServerOfAnotherAuthorityIsNeverUp() throws Exception {
    TestKeys keys = TestKeys.make(folder);
    TestKeys others = TestKeys.make(folder.resolve("others"));
    LocalBalancer balancer = LocalBalancer.on(folder, keys.certificate());
    try (ApiServers servers = balancer.servers(others);
        HaproxyProcess haproxy = balancer.start()) {
      haproxy.awaitStatus(ALL_DOWN);
    }
  }

  /** As a kubelet's certificate is, which the same authority has signed. */
  @Test
  @SuppressWarnings("try")
  void aServerOfAnotherNameIsNeverUp() throws Exception {
    TestKeys kubelet = TestKeys.make(folder, "dns:localhost,dns:cp-1,ip:127.0.0.1");
    LocalBalancer balancer = LocalBalancer.on(folder, kubelet.certificate());
    try (ApiServers servers = balancer.servers(kubelet);
        HaproxyProcess haproxy = balancer.start()) {
      haproxy.awaitStatus(ALL_DOWN);
    }
  }

  @Test
  @SuppressWarnings("try")
  void withoutAnAuthorityAnyServerIsUp() throws Exception {
    TestKeys keys = TestKeys.make(folder, "dns:localhost");
    LocalBalancer balancer = LocalBalancer.on(folder, null);
    try (ApiServers servers = balancer.servers(keys);
        HaproxyProcess haproxy = balancer.start()) {
      haproxy.awaitStatus(ALL_UP);
    }
  }

  @Test
  void theCheckFailsUnlessAnApiServerIsReady() throws Exception {
    TestKeys keys = TestKeys.make(folder);
    LocalBalancer balancer = LocalBalancer.on(folder, keys.certificate());
    assertEquals("1 HAProxy does not listen on port " + balancer.statsPort(), balancer.check());
    try (ApiServers servers = balancer.servers(keys)) {
      try (HaproxyProcess haproxy = balancer.start()) {
        haproxy.awaitStatus(ALL_UP);
        assertEquals("0 ", balancer.check());

        servers.makeUnready("cp-1");
        servers.stop("cp-2");
        haproxy.awaitStatus(Map.of("cp-1", "DOWN", "cp-2", "DOWN", "cp-3", "UP"));
        assertEquals("0 ", balancer.check());

        servers.makeUnready("cp-3");
        haproxy.awaitStatus(ALL_DOWN);
        assertEquals("1 HAProxy has no API server that is ready", balancer.check());

        servers.makeReady("cp-3");
        haproxy.awaitStatus(Map.of("cp-3", "UP"));
        haproxy.freeze(true);
        long begun = System.nanoTime();
        assertEquals("1 HAProxy has no API server that is ready", balancer.check());
        assertTrue(System.nanoTime() - begun < 1_000_000_000L, "longer than keepalived waits");
        haproxy.freeze(false);
        assertEquals("0 ", balancer.check());
      }
      assertEquals("1 HAProxy does not listen on port " + balancer.statsPort(), balancer.check());
    }
  }

  /** HAProxy believes in servers that it has not asked yet; a host that starts must not. */
  @Test
  void serversThatWereNeverAskedAreNotReady() throws Exception {
    TestKeys keys = TestKeys.make(folder);
    LocalBalancer balancer = LocalBalancer.on(folder, keys.certificate());
    try (HaproxyProcess haproxy = balancer.start()) {
      String said = balancer.check();
      while (said.startsWith("1 HAProxy does not listen")) {
        said = balancer.check();
      }
      assertEquals("1 HAProxy has no API server that is ready", said);
      haproxy.awaitStatus(ALL_DOWN);
    }
  }
}
