package dev.strake.sync.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.FakeClock;
import dev.strake.sync.serve.BoundedServer;
import dev.strake.sync.serve.ServerLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: sockets, limits, signatures, replays. */
final class WebhookReceiverTest {

  private static final String PUSH =
      """
      {"ref":"refs/heads/main","after":"1111111111111111111111111111111111111111",
       "repository":{"clone_url":"https://git.example.net/acme/clusters.git",
                     "ssh_url":"git@git.example.net:acme/clusters.git"}}""";

  @TempDir Path folder;

  private final FakeClock clock = FakeClock.at("2026-11-23T12:00:00Z");
  private final List<String> pushes = Collections.synchronizedList(new ArrayList<>());
  private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
  private final HttpClient client = HttpClient.newHttpClient();
  private BoundedServer server;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("secret"), "s3cret-of-the-hook\n");
    server = serve(new ServerLimits(4096, 2, 4, Duration.ofSeconds(1)));
  }

  private BoundedServer serve(ServerLimits limits) throws IOException {
    SecretFiles secrets =
        new SecretFiles(List.of(folder.resolve("secret"), folder.resolve("next")));
    WebhookListener listener =
        new WebhookListener() {
          @Override
          public void pushed(WebhookHost host, PushHint hint) {
            pushes.add(host.id() + " " + hint.references() + " " + hint.commit().orElse("-"));
          }

          @Override
          public void answered(Optional<WebhookHost> host, int status, String why) {
            answers.add(host.map(WebhookHost::id).orElse("-") + " " + status + " " + why);
          }
        };
    return BoundedServer.start(
        "webhooks",
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        limits,
        new WebhookReceiver(
            Map.of(
                WebhookHost.GITEA,
                secrets,
                WebhookHost.GITHUB,
                secrets,
                WebhookHost.GITLAB,
                secrets),
            clock,
            listener));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private int send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int push(String secret, String body) {
    return post(
        "/webhooks/gitea",
        body,
        "Content-Type",
        "application/json; charset=utf-8",
        "X-Gitea-Event",
        "push",
        "X-Gitea-Signature",
        Signed.hex(secret, body));
  }

  @Test
  void aSignedPushMakesTheAgentPoll() {
    assertEquals(202, push("s3cret-of-the-hook", PUSH));
    assertEquals(
        List.of("gitea [refs/heads/main] 1111111111111111111111111111111111111111"), pushes);
    assertEquals(List.of("gitea 202 polling"), answers);
  }

  @Test
  void theSamePushAgainDoesNothing() {
    assertEquals(202, push("s3cret-of-the-hook", PUSH));
    assertEquals(200, push("s3cret-of-the-hook", PUSH));
    assertEquals(1, pushes.size());
    clock.advance(Duration.ofHours(25));
    assertEquals(202, push("s3cret-of-the-hook", PUSH));
    assertEquals(2, pushes.size());
  }

  @Test
  void whatIsNotSignedDoesNothing() {
    assertEquals(401, push("another", PUSH));
    assertEquals(401, post("/webhooks/gitea", PUSH, "Content-Type", "application/json"));
    assertEquals(List.of(), pushes);
  }

  @Test
  void aSecretThatIsAddedCountsAtOnceAndOneThatIsTakenAwayNoMore() throws IOException {
    assertEquals(401, push("next-secret", PUSH));
    Files.writeString(folder.resolve("next"), "next-secret");
    assertEquals(202, push("next-secret", PUSH));
    Files.delete(folder.resolve("secret"));
    assertEquals(401, push("s3cret-of-the-hook", PUSH + " "));
    Files.writeString(folder.resolve("next"), "");
    assertEquals(401, push("next-secret", PUSH + "  "));
    assertEquals(1, pushes.size());
  }

  @Test
  void onlyJsonIsPostedAndOnlyToHostsThatAreConfigured() {
    String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
    assertEquals(415, post("/webhooks/gitea", PUSH, form));
    assertEquals(415, post("/webhooks/gitea", PUSH));
    assertEquals(404, post("/webhooks/bitbucket", PUSH));
    assertEquals(404, post("/webhooks/", PUSH));
    assertEquals(404, post("/", PUSH));
    assertEquals(404, post("/webhooks/gitea/../gitea", PUSH, form));
    HttpRequest get =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/webhooks/gitea"))
            .build();
    assertEquals(405, send(get));
    assertEquals(List.of(), pushes);
  }

  @Test
  void aBodyBeyondTheLimitIsNotRead() throws IOException {
    String padded = PUSH + " ".repeat(4096 - PUSH.length());
    assertEquals(202, push("s3cret-of-the-hook", padded));
    assertEquals(413, push("s3cret-of-the-hook", padded + " "));

    // One that announces no length is cut off at the same byte.
    HttpRequest chunked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/webhooks/gitea"))
            .POST(
                HttpRequest.BodyPublishers.ofByteArrays(
                    List.of(new byte[2048], new byte[2048], new byte[1])))
            .build();
    assertEquals(413, send(chunked));

    // And one that announces much is refused before it sends a byte.
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5000);
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /webhooks/gitea HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] status = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 413", new String(status, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void otherEventsAndBrokenBodiesAreNoPushes() {
    String ping = "{\"zen\":\"x\"}";
    assertEquals(
        200,
        post(
            "/webhooks/github",
            ping,
            "Content-Type",
            "application/json",
            "X-GitHub-Event",
            "ping",
            "X-Hub-Signature-256",
            "sha256=" + Signed.hex("s3cret-of-the-hook", ping)));
    assertEquals(400, push("s3cret-of-the-hook", "{}"));
    assertEquals(400, push("s3cret-of-the-hook", "[]"));
    assertEquals(400, push("s3cret-of-the-hook", ""));
    assertEquals(400, push("s3cret-of-the-hook", "{\"repository\":" + "[".repeat(2000)));
    assertEquals(List.of(), pushes);
  }

  @Test
  void aFloodIsTurnedAwayAndTheNextOneIsHeardAgain() {
    for (int i = 0; i < 60; i++) {
      assertEquals(401, push("wrong", PUSH), "request " + i);
    }
    assertEquals(429, push("s3cret-of-the-hook", PUSH));
    clock.advance(Duration.ofMillis(200));
    assertEquals(202, push("s3cret-of-the-hook", PUSH));
  }

  @Test
  @Tag("slow")
  void whoSendsAByteAMinuteLosesTheConnection() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(60_000);
        socket
            .getOutputStream()
            .write("POST /webhooks/gitea HTTP/1.1\r\nHost".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        slow.add(socket);
      }
      for (Socket socket : slow) {
        InputStream in = socket.getInputStream();
        assertEquals(-1, in.read());
      }
      assertEquals(202, push("s3cret-of-the-hook", PUSH));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Its head is whole, and its body never ends: each takes one of the two threads. */
  @Test
  @Tag("slow")
  void whoseBodyNeverEndsLosesTheConnection() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(60_000);
        socket
            .getOutputStream()
            .write(
                "POST /webhooks/gitea HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        slow.add(socket);
      }
      long began = System.nanoTime();
      for (Socket socket : slow) {
        assertEquals(-1, socket.getInputStream().read());
      }
      assertTrue(System.nanoTime() - began < Duration.ofSeconds(40).toNanos());
      assertEquals(202, push("s3cret-of-the-hook", PUSH));
      assertEquals(1, answers.size(), answers.toString());
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Chunks name no length beforehand. */
  @Test
  void aBodyInChunksBeyondTheLimitIsCutOff() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /webhooks/gitea HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      String chunk = "400\r\n" + "x".repeat(1024) + "\r\n";
      for (int i = 0; i < 5; i++) {
        out.write(chunk.getBytes(StandardCharsets.US_ASCII));
      }
      out.flush();
      byte[] status = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 413", new String(status, StandardCharsets.US_ASCII));
    }
    assertEquals(List.of(), pushes);
  }

  /** A captured request of GitLab's newer kind is of no use once more, nor five minutes later. */
  @Test
  void aCapturedSignatureIsGoodOnce() throws IOException {
    server.close();
    server = serve(new ServerLimits(4096, 2, 4, Duration.ofSeconds(1)));
    String now = Long.toString(clock.instant().getEpochSecond());
    byte[] key = "s3cret-of-the-hook".getBytes(StandardCharsets.UTF_8);
    String[] headers = {
      "Content-Type", "application/json",
      "X-Gitlab-Event", "Push Hook",
      "webhook-id", "delivery-1",
      "webhook-timestamp", now,
      "webhook-signature", Signed.standard(key, "delivery-1", now, PUSH)
    };
    assertEquals(202, post("/webhooks/gitlab", PUSH, headers));
    assertEquals(200, post("/webhooks/gitlab", PUSH, headers));
    clock.advance(Duration.ofMinutes(6));
    assertEquals(401, post("/webhooks/gitlab", PUSH, headers));
    assertEquals(1, pushes.size());
  }

  @Test
  void eachHostsPushNamesItsRepository() {
    String cloud =
        """
        {"repository":{"links":{"html":{"href":"https://bitbucket.org/acme/clusters"}}},
         "push":{"changes":[{"new":{"type":"branch","name":"main",
           "target":{"hash":"2222222222222222222222222222222222222222"}}},
          {"new":{"type":"tag","name":"v1"}},{"new":null}]}}""";
    String dataCenter =
        """
        {"repository":{"links":{"clone":[{"href":"ssh://git@git.example.net:7999/a/c.git"},
           {"href":"https://git.example.net/scm/a/c.git"}]}},
         "changes":[{"ref":{"id":"refs/heads/main"},
           "toHash":"3333333333333333333333333333333333333333"}]}""";
    String gitlab =
        """
        {"ref":"refs/tags/v1","after":"4444444444444444444444444444444444444444",
         "project":{"git_http_url":"https://gitlab.example.net/a/c.git",
                    "git_ssh_url":"git@gitlab.example.net:a/c.git"},
         "repository":{"url":"https://not.read.example.net"}}""";
    assertEquals(
        "[https://bitbucket.org/acme/clusters] [refs/heads/main, refs/tags/v1] 2222", read(cloud));
    assertEquals(
        "[https://git.example.net/scm/a/c.git, ssh://git@git.example.net:7999/a/c.git]"
            + " [refs/heads/main] 3333",
        read(dataCenter));
    assertEquals(
        "[git@gitlab.example.net:a/c.git, https://gitlab.example.net/a/c.git] [refs/tags/v1] 4444",
        read(gitlab));
  }

  private static String read(String json) {
    PushHint hint = PushReader.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    return hint.repositories().stream().sorted().toList()
        + " "
        + hint.references().stream().sorted().toList()
        + " "
        + hint.commit().orElse("-").substring(0, 4);
  }

  @Test
  void theMemoryOfDeliveriesIsBounded() {
    SeenDeliveries seen = new SeenDeliveries(3, Duration.ofHours(1));
    for (int i = 0; i < 10; i++) {
      assertTrue(seen.isNew("delivery " + i, clock.instant()));
    }
    assertEquals(3, seen.size());
    assertEquals(false, seen.isNew("delivery 9", clock.instant()));
    assertTrue(seen.isNew("delivery 0", clock.instant()));
  }
}
