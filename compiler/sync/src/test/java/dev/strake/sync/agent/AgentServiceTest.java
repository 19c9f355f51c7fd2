package dev.strake.sync.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.git.Fetch;
import dev.strake.source.SourceFile;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.configuration.AgentFile;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.lease.Shares;
import dev.strake.sync.live.WriteGate;
import dev.strake.sync.reconcile.Attempt;
import dev.strake.sync.reconcile.Step;
import dev.strake.sync.reconcile.StepResult;
import dev.strake.sync.telemetry.ClusterEvent;
import dev.strake.sync.telemetry.EventLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent with real repositories, real sockets and clusters that only remember. */
@Tag("slow")
@Timeout(60)
final class AgentServiceTest {

  @TempDir Path folder;

  private final Map<String, String> clusters = new ConcurrentHashMap<>();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<ClusterEvent> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final HttpClient client = HttpClient.newHttpClient();
  private GitFolder git;
  private AgentService service;
  private int webhookPort;

  @BeforeEach
  void init() throws IOException {
    git = GitFolder.init(folder.resolve("clusters"));
    Files.writeString(folder.resolve("secret"), "hook-secret");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      webhookPort = free.getLocalPort();
    }
  }

  @AfterEach
  void stop() {
    gate.countDown();
    if (service != null) {
      service.close();
    }
  }

  private void start(String poll, int count) throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < count; i++) {
      names.append("    - {name: c").append(i).append(", repository: clusters}\n");
    }
    String text =
        """
        apiVersion: strake.dev/v1alpha1
        kind: Agent
        metadata: {name: fleet}
        spec:
          poll: %s
          drain: 10s
          concurrency: 3
          cache: %s
          statusPort: 0
          webhookPort: %s
          webhooks: [{host: gitea, secrets: [%s]}]
          repositories:
            - {name: clusters, url: "%s", branch: main}
          clusters:
        """
            .formatted(
                poll, folder.resolve("cache"), webhookPort, folder.resolve("secret"), git.url());
    AgentConfiguration configuration =
        AgentFile.read(SourceFile.of("agent.yaml", text + names)).asOptional().orElseThrow();
    service =
        AgentService.start(
            configuration,
            new AgentService.Surroundings(
                Shares.alone(),
                Remembered::new,
                events::add,
                new EventLog(Clock.systemUTC(), EventLog.Level.INFO, log::add),
                Clock.systemUTC(),
                "test"));
  }

  /** Applies a commit by remembering it; one whose message says so is refused. */
  private final class Remembered implements Attempt {
    private final ClusterConfiguration cluster;
    private final Fetch.Done fetched;

    Remembered(ClusterConfiguration cluster, Fetch.Done fetched, WriteGate gate) {
      this.cluster = cluster;
      this.fetched = fetched;
      mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    }

    @Override
    public StepResult run(Step step) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return StepResult.interrupted("interrupted");
      }
      if (step == Step.COMPILE && cluster.name().equals("c1")) {
        return StepResult.refused("2 errors");
      }
      if (step == Step.APPLY) {
        clusters.put(cluster.name(), fetched.commit().id());
      }
      return StepResult.passed();
    }

    @Override
    public void close() {
      running.decrementAndGet();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 120_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      Thread.sleep(20);
    }
  }

  private String get(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.statusPort() + path))
              .build();
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return response.statusCode() + " " + response.body();
    } catch (IOException e) {
      return "closed";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPushThatIsAnnouncedIsSyncedLongBeforeItWouldBePolled() throws Exception {
    String one = git.commit("a.yaml", "one");
    start("1h", 1);
    await(() -> one.equals(clusters.get("c0")));
    assertEquals("200 ok\n", get("/healthz"));
    assertEquals("200 ok\n", get("/readyz"));

    String two = git.commit("a.yaml", "two");
    String body =
        """
        {"ref":"refs/heads/main","repository":{"clone_url":"%s"}}"""
            .formatted(git.url());
    HttpRequest push =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webhookPort + "/webhooks/gitea"))
            .header("Content-Type", "application/json")
            .header("X-Gitea-Event", "push")
            .header("X-Gitea-Signature", hmac("hook-secret", body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertEquals(202, client.send(push, HttpResponse.BodyHandlers.discarding()).statusCode());
    // It would poll in an hour.
    await(() -> two.equals(clusters.get("c0")));

    await(() -> get("/metrics").contains("result=\"converged\"} 2.0"));
    String metrics = get("/metrics");
    assertTrue(metrics.contains("strake_agent_cluster_held{cluster=\"c0\"} 1.0"), metrics);
    assertTrue(
        metrics.contains("strake_agent_webhook_requests_total{host=\"gitea\",status=\"202\"} 1.0"),
        metrics);
    assertFalse(log.toString().contains("hook-secret"));
  }

  private static String hmac(String secret, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void withoutAnAnnouncementItPolls() throws Exception {
    git.commit("a.yaml", "one");
    start("5s", 1);
    await(() -> clusters.containsKey("c0"));
    String two = git.commit("a.yaml", "two");
    await(() -> two.equals(clusters.get("c0")));
  }

  @Test
  void oneClusterThatIsRefusedHoldsUpNoOther() throws Exception {
    String one = git.commit("a.yaml", "one");
    start("1h", 3);
    await(() -> one.equals(clusters.get("c0")) && one.equals(clusters.get("c2")));
    await(() -> log.stream().anyMatch(line -> line.contains("\"event\":\"sync failed\"")));
    assertFalse(clusters.containsKey("c1"));
    await(() -> events.stream().anyMatch(event -> event.reason().equals("SyncFailed")));
    await(() -> get("/metrics").contains("{cluster=\"c1\",result=\"refused\"} 1.0"));
    Thread.sleep(1500);
    assertTrue(get("/metrics").contains("{cluster=\"c1\",result=\"refused\"} 1.0"));
  }

  @Test
  void noMoreAreSyncedAtOnceThanMayBe() throws Exception {
    gate = new CountDownLatch(1);
    String one = git.commit("a.yaml", "one");
    start("1h", 12);
    await(() -> running.get() == 3);
    Thread.sleep(1500);
    assertEquals(3, mostRunning.get());
    gate.countDown();
    await(() -> clusters.size() == 11 && clusters.values().stream().allMatch(one::equals));
    assertEquals(3, mostRunning.get());
  }

  @Test
  void aRepositoryThatCannotBeFetchedIsSaidOnceAndTriedAgain() throws Exception {
    start("1h", 1);
    await(() -> log.stream().anyMatch(line -> line.contains("\"event\":\"fetch failed\"")));
    assertTrue(get("/readyz").startsWith("503 "));
    assertEquals("200 ok\n", get("/healthz"));
    String one = git.commit("a.yaml", "one");
    await(() -> one.equals(clusters.get("c0")));
    assertEquals("200 ok\n", get("/readyz"));
  }

  @Test
  void aStopEndsWhatIsUnderWayAfterItsStep() throws Exception {
    gate = new CountDownLatch(1);
    git.commit("a.yaml", "one");
    start("1h", 1);
    await(() -> running.get() == 1);
    Thread stopping = new Thread(service::close);
    stopping.start();
    Thread.sleep(300);
    assertTrue(get("/readyz").startsWith("503 "), "it answers probes until it has stopped");
    gate.countDown();
    stopping.join();
    assertEquals("closed", get("/healthz"));
    assertEquals(Map.of(), clusters);
    assertTrue(log.get(log.size() - 1).contains("\"event\":\"agent stopped\""), log.toString());
    assertTrue(log.stream().anyMatch(line -> line.contains("sync left to others")));
    assertEquals(0, running.get());
  }
}
