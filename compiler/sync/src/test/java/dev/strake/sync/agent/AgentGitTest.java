package dev.strake.sync.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.strake.sync.standin.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What repositories do to an agent that follows them: over HTTP, from Git's own server. */
@Tag("slow")
@Timeout(180)
final class AgentGitTest {

  @TempDir Path folder;

  private static void write(Fleet fleet, String path, String text) throws IOException {
    Path file = fleet.git().folder().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static boolean said(Fleet fleet, String... texts) {
    return fleet.log("a").stream()
        .anyMatch(line -> List.of(texts).stream().allMatch(line::contains));
  }

  private static String get(FleetAgent agent, String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + agent.statusPort() + path))
              .build();
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refusedButNothingTouched(Fleet fleet, FleetAgent agent, String... words)
      throws Exception {
    fleet.await("refused", () -> said(fleet, words));
    fleet.await("nothing is under way", () -> said(fleet, "it waits for another commit"));
    fleet.api().forgetRequests();
    Thread.sleep(6000);
    assertEquals(
        List.of(),
        fleet.api().writes().stream().filter(request -> request.namespace().equals("c0")).toList());
    assertTrue(fleet.isAt("one", 2));
    String metrics = get(agent, "/metrics");
    assertTrue(metrics.contains("strake_agent_cluster_converged{cluster=\"c0\"} 0.0"), metrics);
    assertTrue(metrics.contains("{cluster=\"c0\",result=\"refused\"} 1.0"), metrics);
    assertEquals("ok\n", get(agent, "/readyz"), "it is well, and the commit is not");
  }

  @Test
  void aCommitThatDoesNotCompileLeavesTheClusterAtTheOneBefore() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      fleet.push("one", 2);
      FleetAgent agent = fleet.start("a");
      fleet.await("the first commit", () -> said(fleet, "converged"));
      String good = fleet.git().run("rev-parse", "HEAD");
      write(fleet, "c0/broken.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {nam: x}\n");
      String bad = fleet.git().commit("c0/m.yaml", "");
      refusedButNothingTouched(
          fleet, agent, "sync failed", bad, "\"last\":\"" + good + "\"", "broken.yaml");
      Files.delete(fleet.git().folder().resolve("c0/broken.yaml"));
      fleet.push("two", 2);
      fleet.await("the mended commit", () -> fleet.isAt("two", 2));
      fleet.await(
          "metrics",
          () -> get(agent, "/metrics").contains("_cluster_converged{cluster=\"c0\"} 1.0"));
    }
  }

  @Test
  void aBranchThatWasRewrittenIsFollowed() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      fleet.push("one", 3);
      fleet.start("a");
      fleet.await("the first commit", () -> fleet.isAt("one", 3));
      // Nothing in common with what was there before.
      fleet.git().run("checkout", "--quiet", "--orphan", "other");
      fleet.push("two", 2);
      fleet.git().run("branch", "--force", "main", "other");
      fleet.await("the new history", () -> fleet.isAt("two", 2));
      fleet.await("pruned", () -> fleet.value("c0", 2).isEmpty());
    }
  }

  @Test
  void aBranchThatWentLeavesTheClusterAsItIsAndDriftIsMended() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      fleet.push("one", 2);
      FleetAgent agent = fleet.start("a");
      fleet.await("the first commit", () -> fleet.isAt("one", 2));
      fleet.git().run("checkout", "--quiet", "-b", "other");
      fleet.git().run("branch", "--delete", "--force", "main");
      fleet.await("it says so", () -> said(fleet, "fetch failed", "main"));
      assertTrue(
          get(agent, "/metrics").contains("repository=\"clusters\",result=\"not_found\"}"),
          get(agent, "/metrics"));
      fleet.api().delete("v1", "ConfigMap", "c0/m0");
      fleet.await("drift", () -> fleet.isAt("one", 2));
      fleet.push("two", 2);
      fleet.git().run("branch", "main", "other");
      fleet.await("it is back", () -> fleet.isAt("two", 2));
    }
  }

  @Test
  void aTagThatWasMovedIsFollowed() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1, "tag: live")) {
      fleet.push("one", 2);
      fleet.git().run("tag", "live");
      fleet.start("a");
      fleet.await("the tag", () -> fleet.isAt("one", 2));
      fleet.push("two", 2);
      Thread.sleep(6000);
      assertTrue(fleet.isAt("one", 2), "the branch is nothing to it");
      fleet.git().run("tag", "--force", "--annotate", "--message", "two", "live");
      fleet.await("the moved tag", () -> fleet.isAt("two", 2));
    }
  }

  @Test
  void aPointerOfLfsIsNoManifest() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      fleet.push("one", 2);
      FleetAgent agent = fleet.start("a");
      fleet.await("the first commit", () -> said(fleet, "converged"));
      fleet
          .git()
          .commit(
              "c0/large.yaml",
              """
              version https://git-lfs.github.com/spec/v1
              oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
              size 12345
              """);
      refusedButNothingTouched(fleet, agent, "sync failed", "large.yaml", "LFS");
    }
  }

  @Test
  void aLinkOutOfTheRepositoryIsNotFollowed() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      fleet.push("one", 2);
      FleetAgent agent = fleet.start("a");
      fleet.await("the first commit", () -> said(fleet, "converged"));
      Path secret = Files.writeString(folder.resolve("outside.yaml"), "password: Zq7vX2kL9mP4\n");
      Path link = fleet.git().folder().resolve("c0/link.yaml");
      Files.createSymbolicLink(link, secret);
      Files.createSymbolicLink(
          fleet.git().folder().resolve("c0/up.yaml"), Path.of("../../outside.yaml"));
      fleet.git().commit("README", "links");
      refusedButNothingTouched(fleet, agent, "sync failed", "leads out of the repository");
      assertFalse(said(fleet, "Zq7vX2kL9mP4"));
    }
  }

  @Test
  void aSubmoduleIsNotEnteredAndNotPassedOver() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      GitFolder other = GitFolder.init(folder.resolve("other"));
      other.commit("m9.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: other}\n");
      fleet.push("one", 2);
      FleetAgent agent = fleet.start("a");
      fleet.await("the first commit", () -> said(fleet, "converged"));
      fleet
          .git()
          .run(
              "-c",
              "protocol.file.allow=always",
              "submodule",
              "--quiet",
              "add",
              other.url(),
              "c0/other");
      fleet.git().commit("README", "submodule");
      refusedButNothingTouched(fleet, agent, "sync failed", "submodule");
      assertTrue(fleet.api().live("v1", "Namespace", "other").isEmpty());
    }
  }

  /** 60 MB that nobody asked for, and 3,000 files beside the cluster's. */
  @Test
  void aHugeRepositoryCostsTimeAndNoMemory() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      Random random = new Random(1);
      for (int i = 0; i < 3; i++) {
        byte[] bytes = new byte[20 << 20];
        random.nextBytes(bytes);
        Files.write(fleet.git().folder().resolve("blob" + i), bytes);
      }
      Path many = Files.createDirectories(fleet.git().folder().resolve("many"));
      for (int i = 0; i < 3000; i++) {
        Files.writeString(many.resolve(i + ".yaml"), "number: " + i + "\n");
      }
      fleet.push("one", 2);
      AgentProcess agent = fleet.launch("a", 96);
      fleet.await("the first commit" + agent.log(), () -> fleet.isAt("one", 2));
      fleet.push("two", 2);
      fleet.await("the second commit", () -> fleet.isAt("two", 2));
      assertFalse(agent.said("OutOfMemory"), () -> agent.log().toString());
      assertFalse(agent.said("internal error"), () -> agent.log().toString());
    }
  }

  /** In no log, metric, Event or commit status, when the server quotes it in every refusal. */
  @Test
  void nothingOfASecretLeavesTheAgent() throws Exception {
    String password = "Zq7-vX2_kL9.mP4wR8t";
    String encoded = Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
    List<String> statuses = new CopyOnWriteArrayList<>();
    HttpServer host =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    host.createContext(
        "/",
        exchange -> {
          statuses.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    host.start();
    try (Fleet fleet = new Fleet(folder, 1)) {
      Path token = Files.writeString(folder.resolve("token"), "status-token-4711-0815");
      fleet.tell(
          "host: gitea, api: \"http://127.0.0.1:%s\", token: %s"
              .formatted(host.getAddress().getPort(), token));
      fleet.push("one", 2);
      write(
          fleet,
          "c0/secret.yaml",
          """
          apiVersion: v1
          kind: Secret
          metadata: {name: s, namespace: c0}
          data: {password: %s}
          stringData: {plain: "%s"}
          """
              .formatted(encoded, password));
      fleet.git().commit("README", "secret");
      fleet.failing(
          request -> {
            boolean quoted =
                request.isWrite()
                    && (request.plural().equals("secrets") || request.name().equals("m0"));
            return quoted
                ? Optional.of(
                    new Fault.Answered(
                        422, Optional.empty(), "denied: " + password + " or " + encoded))
                : Optional.empty();
          });
      FleetAgent agent = fleet.start("a");
      fleet.await("it fails", () -> said(fleet, "sync failed", "apply"));
      fleet.await(
          "it is told", () -> statuses.stream().anyMatch(status -> status.contains("apply")));
      fleet.await("an Event", () -> fleet.api().everything().contains("SyncFailed"));
      String all =
          fleet.log("a").toString() + statuses + get(agent, "/metrics") + fleet.api().everything();
      for (String value : List.of(password, encoded)) {
        for (int i = 0; i + 12 <= value.length(); i++) {
          String part = value.substring(i, i + 12);
          assertFalse(all.contains(part), () -> part + " in " + all);
        }
      }
      assertFalse(all.contains("status-token-4711-0815"), all);
      assertTrue(all.contains("denied: ***"), all);
    } finally {
      host.stop(0);
    }
  }

  /** An object that moves from one path to another keeps its UID, whichever is synced first. */
  @Test
  void whatMovesToAnotherPathOfTheSameClusterIsNotDeleted() throws Exception {
    try (Fleet fleet = new Fleet(folder, 2)) {
      fleet.push("one", 2);
      write(fleet, "c0/moving.yaml", moving("c0"));
      fleet.git().commit("README", "there");
      fleet.start("a");
      fleet.await("it is there", () -> there(fleet).isPresent());
      String uid = there(fleet).orElseThrow();
      Files.delete(fleet.git().folder().resolve("c0/moving.yaml"));
      write(fleet, "c1/moving.yaml", moving("c0"));
      // The new set cannot take it at first, so that the old one is surely done before.
      fleet.failing(
          request ->
              request.isWrite() && request.name().equals("strake-set-c1")
                  ? Optional.of(Fault.answered(503))
                  : Optional.empty());
      String commit = fleet.git().commit("README", "moved");
      fleet.await(
          "the old set is done", () -> said(fleet, "converged", "\"cluster\":\"c0\"", commit));
      assertEquals(Optional.of(uid), there(fleet));
      fleet.failing(request -> Optional.empty());
      fleet.await(
          "the new set is done", () -> said(fleet, "converged", "\"cluster\":\"c1\"", commit));
      Thread.sleep(6000);
      assertEquals(Optional.of(uid), there(fleet));
    }
  }

  private static String moving(String namespace) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: moving, namespace: %s}\n"
        .formatted(namespace);
  }

  private static Optional<String> there(Fleet fleet) {
    return fleet
        .api()
        .live("v1", "ConfigMap", "c0/moving")
        .map(live -> live.at("/metadata/uid").asText());
  }
}
