package dev.strake.sync.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.strake.git.Revision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each host is sent, as its API describes it, to a server that writes it down. */
final class StatusSenderTest {

  private static final Revision COMMIT = new Revision("a".repeat(40));
  private static final String TOKEN = "t0ken";

  @TempDir Path folder;

  private final List<String> requests = new ArrayList<>();
  private final List<String> credentials = new ArrayList<>();
  private final List<JsonNode> bodies = new ArrayList<>();
  private final List<Integer> answers = new ArrayList<>();
  private final StatusSender sender = new StatusSender();
  private HttpServer server;
  private Path token;

  @BeforeEach
  void start() throws IOException {
    token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String own = exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
            credentials.add(
                own == null ? exchange.getRequestHeaders().getFirst("Authorization") : own);
            bodies.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(answers.isEmpty() ? 201 : answers.remove(0), -1);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private StatusTarget target(StatusHost host, String repository) {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    return new StatusTarget(host, base, repository, token);
  }

  private static CommitStatus status(CommitState state) {
    return new CommitStatus(COMMIT, state, "strake/prod", "3 errors\nin 2 files", "");
  }

  private String sent(StatusHost host, String repository, CommitState state) {
    bodies.clear();
    requests.clear();
    credentials.clear();
    assertEquals(Optional.empty(), sender.send(target(host, repository), status(state)));
    return requests.get(0) + " " + credentials.get(0) + " " + bodies.get(0);
  }

  @Test
  void eachHostIsToldInItsOwnWords() {
    assertEquals(
        "POST /repos/acme/clusters/statuses/"
            + COMMIT.id()
            + " Bearer t0ken"
            + " {\"state\":\"pending\",\"description\":\"3 errors in 2 files\",\"context\":\"strake/prod\"}",
        sent(StatusHost.GITHUB, "acme/clusters", CommitState.PENDING));
    assertEquals(
        "POST /projects/acme%2Fplatform%2Fclusters/statuses/"
            + COMMIT.id()
            + " t0ken"
            + " {\"state\":\"failed\",\"description\":\"3 errors in 2 files\",\"name\":\"strake/prod\"}",
        sent(StatusHost.GITLAB, "acme/platform/clusters", CommitState.FAILURE));
    assertEquals(
        "POST /api/v1/repos/acme/clusters/statuses/"
            + COMMIT.id()
            + " token t0ken"
            + " {\"state\":\"success\",\"description\":\"3 errors in 2 files\",\"context\":\"strake/prod\"}",
        sent(StatusHost.GITEA, "acme/clusters", CommitState.SUCCESS));
    assertEquals(
        "POST /repositories/acme/clusters/commit/"
            + COMMIT.id()
            + "/statuses/build Bearer t0ken"
            + " {\"state\":\"SUCCESSFUL\",\"description\":\"3 errors in 2 files\",\"key\":\"strake/prod\","
            + "\"name\":\"strake/prod\",\"url\":\"https://strake.dev\"}",
        sent(StatusHost.BITBUCKET, "acme/clusters", CommitState.SUCCESS));
    assertEquals("running", state(StatusHost.GITLAB, CommitState.PENDING));
    assertEquals("INPROGRESS", state(StatusHost.BITBUCKET, CommitState.PENDING));
    assertEquals("FAILED", state(StatusHost.BITBUCKET, CommitState.FAILURE));
    assertEquals("failure", state(StatusHost.GITHUB, CommitState.FAILURE));
  }

  private String state(StatusHost host, CommitState state) {
    sent(host, "acme/other", state);
    return bodies.get(0).path("state").asText();
  }

  @Test
  void theSameIsNotSaidTwice() {
    StatusTarget target = target(StatusHost.GITHUB, "acme/clusters");
    for (CommitState state :
        List.of(
            CommitState.PENDING, CommitState.PENDING, CommitState.SUCCESS, CommitState.PENDING)) {
      sender.send(target, status(state));
    }
    assertEquals(3, requests.size());
  }

  @Test
  void aHostThatFailsIsAskedTwiceAndThenLater() {
    StatusTarget target = target(StatusHost.GITHUB, "acme/clusters");
    answers.addAll(List.of(503, 502));
    assertEquals(
        Optional.of("the host answers with status 502"),
        sender.send(target, status(CommitState.PENDING)));
    assertEquals(Optional.empty(), sender.send(target, status(CommitState.PENDING)));
    answers.addAll(List.of(401, 201));
    assertEquals(
        Optional.of("the host answers with status 401"),
        sender.send(target, status(CommitState.FAILURE)));
    assertEquals(4, requests.size());
  }

  @Test
  void aRedirectGetsNoToken() {
    answers.add(302);
    assertEquals(
        Optional.of("the host answers with status 302"),
        sender.send(target(StatusHost.GITHUB, "acme/clusters"), status(CommitState.PENDING)));
    assertEquals(1, requests.size());
  }

  @Test
  void noFailureQuotesTheToken() throws IOException {
    StatusTarget nobody =
        new StatusTarget(StatusHost.GITHUB, "http://127.0.0.1:1", "acme/clusters", token);
    assertEquals(
        Optional.of("the host does not answer"), sender.send(nobody, status(CommitState.PENDING)));
    Files.writeString(token, "t0ken\nwith a break");
    String broken =
        sender.send(target(StatusHost.GITHUB, "a/b"), status(CommitState.PENDING)).orElseThrow();
    assertFalse(broken.contains("t0ken"), broken);
    Files.delete(token);
    assertTrue(
        sender
            .send(target(StatusHost.GITHUB, "a/b"), status(CommitState.PENDING))
            .orElseThrow()
            .startsWith("there is no token in "));
  }

  @Test
  void whatIsLongIsCut() {
    CommitStatus status =
        new CommitStatus(
            COMMIT, CommitState.FAILURE, "strake/" + "x".repeat(60), "y".repeat(300), "");
    sender.send(target(StatusHost.BITBUCKET, "a/b"), status);
    assertEquals(140, bodies.get(0).path("description").asText().length());
    assertEquals(40, bodies.get(0).path("key").asText().length());
  }
}
