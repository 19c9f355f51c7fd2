package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.git.GitHttpServer;
import dev.strake.sync.standin.ApiRequest;
import dev.strake.sync.standin.ApiStandIn;
import dev.strake.sync.standin.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a push to a cluster that has it: an announced push, a fetch over HTTP, all policies of the
 * default profile, plan, apply, health. The agent is a process of its own; the stand-in says that
 * each Deployment works as soon as it is looked at.
 *
 * <p>No test by its name, so that it runs on demand only; see {@code benchmarks/sync}.
 */
final class PushBenchmark {

  private static final int OBJECTS = 100;
  private static final int PUSHES = 6;
  private static final Pattern STEP =
      Pattern.compile("\"milliseconds\":\"(\\d+)\",\"result\":\"passed\",\"step\":\"(\\w+)\"");

  @TempDir private Path folder;

  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void pushToApplied() throws Exception {
    Path repository = Files.createDirectories(folder.resolve("repository"));
    git(repository, "init", "--quiet", "--initial-branch=main");
    Files.writeString(folder.resolve("hook"), "hook-secret");
    int port = freePort();
    try (ApiStandIn api = ApiStandIn.start();
        GitHttpServer server = GitHttpServer.serve(folder, "agent", "")) {
      api.failing(
          request -> {
            works(api, request);
            return Optional.empty();
          });
      commit(repository, "0");
      String url = server.url("repository/.git");
      Path configuration = configuration(url, api.kubeconfig(folder), port);
      Process agent = launch(configuration);
      try {
        await(() -> converged() == 1);
        for (int push = 1; push <= PUSHES; push++) {
          int before = log.size();
          String commit = commit(repository, Integer.toString(push));
          long began = System.nanoTime();
          announce(port, url);
          int number = push + 1;
          await(() -> converged() == number);
          long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
          assertTrue(log.toString().contains(commit));
          assertEquals(
              Integer.toString(push),
              api.live("v1", "ConfigMap", "shop/config-1")
                  .orElseThrow()
                  .at("/data/value")
                  .asText());
          System.out.println(
              "benchmark: push %s of %s objects applied and healthy in %s ms:%s"
                  .formatted(push, OBJECTS, millis, steps(log.subList(before, log.size()))));
        }
      } finally {
        agent.destroyForcibly().waitFor();
      }
    }
  }

  private static void works(ApiStandIn api, ApiRequest request) {
    boolean looked =
        request.method().equals("GET")
            && request.plural().equals("deployments")
            && !request.name().isEmpty();
    String name = request.namespace() + "/" + request.name();
    if (looked && api.live("apps/v1", "Deployment", name).isPresent()) {
      api.change(
          "controller",
          "status",
          "apps/v1",
          "Deployment",
          name,
          live ->
              live.set(
                  "status",
                  Json.object(
                      "{'observedGeneration':%s,'replicas':1,'updatedReplicas':1,'readyReplicas':1,'availableReplicas':1,'conditions':[{'type':'Available','status':'True'},{'type':'Progressing','status':'True','reason':'NewReplicaSetAvailable'}]}"
                          .formatted(live.at("/metadata/generation").asLong()))));
    }
  }

  private static String steps(List<String> lines) {
    StringBuilder steps = new StringBuilder();
    for (String line : lines) {
      Matcher matcher = STEP.matcher(line);
      if (matcher.find()) {
        steps.append(' ').append(matcher.group(2)).append(' ').append(matcher.group(1));
      }
    }
    return steps.toString();
  }

  private long converged() {
    return log.stream().filter(line -> line.contains("\"event\":\"converged\"")).count();
  }

  private String commit(Path repository, String value) throws IOException {
    StringBuilder text =
        new StringBuilder("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
    for (int i = 0; i < OBJECTS / 4; i++) {
      String name = "web-" + i;
      text.append("---\n");
      text.append(
          Repository.WEB
              .replace("name: web\n", "name: " + name + "\n")
              .replace("app: web}", "app: " + name + "}")
              .replace("web:1", "web:1." + value));
      text.append(
          """
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: web-%s, namespace: shop, annotations: {value: "%s"}}
          spec:
            selector: {app: web-%s}
            ports: [{name: http, port: 80, targetPort: 8080}]
          ---
          apiVersion: v1
          kind: ServiceAccount
          metadata: {name: web-%s, namespace: shop, annotations: {value: "%s"}}
          automountServiceAccountToken: false
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: config-%s, namespace: shop}
          data: {value: "%s"}
          """
              .formatted(i, value, i, i, value, i, value));
    }
    Path prod = Files.createDirectories(repository.resolve("prod"));
    Files.writeString(prod.resolve("all.yaml"), text);
    git(repository, "add", "--all");
    git(repository, "commit", "--quiet", "--message", value);
    return git(repository, "rev-parse", "HEAD");
  }

  private Path configuration(String url, Path kubeconfig, int port) throws IOException {
    return Files.writeString(
        folder.resolve("agent.yaml"),
        """
        apiVersion: strake.dev/v1alpha1
        kind: Agent
        metadata: {name: fleet}
        spec:
          poll: 1h
          cache: %s
          statusPort: 0
          webhookPort: %s
          webhooks: [{host: gitea, secrets: [%s]}]
          repositories:
            - {name: clusters, url: "%s", branch: main}
          clusters:
            - {name: prod, repository: clusters, path: prod, kubeconfig: {file: %s}}
        """
            .formatted(folder.resolve("cache"), port, folder.resolve("hook"), url, kubeconfig));
  }

  private Process launch(Path configuration) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "agent",
                "--alone",
                "--verbose",
                "--config",
                configuration.toString())
            .redirectErrorStream(true)
            .start();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(log::add);
              } catch (IOException | UncheckedIOException e) {
                // It was ended.
              }
            });
    reader.setDaemon(true);
    reader.start();
    return process;
  }

  private static void announce(int port, String url) throws Exception {
    String body =
        """
        {"ref":"refs/heads/main","repository":{"clone_url":"%s"}}"""
            .formatted(url);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("hook-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    // The same body would be a replay.
    String unlike = body.replaceFirst("\\}$", ",\"at\":" + System.nanoTime() + "}");
    String code = HexFormat.of().formatHex(mac.doFinal(unlike.getBytes(StandardCharsets.UTF_8)));
    HttpRequest push =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/gitea"))
            .header("Content-Type", "application/json")
            .header("X-Gitea-Event", "push")
            .header("X-Gitea-Signature", code)
            .POST(HttpRequest.BodyPublishers.ofString(unlike))
            .build();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient().send(push, HttpResponse.BodyHandlers.discarding());
    assertEquals(202, answer.statusCode());
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "in vain: " + log);
      Thread.sleep(5);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static String git(Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of("-c", "user.name=test", "-c", "user.email=test@example.net"));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.onExit().join().exitValue(), said);
    return said.strip();
  }
}
