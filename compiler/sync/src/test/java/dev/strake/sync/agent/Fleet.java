package dev.strake.sync.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.git.GitHttpServer;
import dev.strake.sync.standin.ApiRequest;
import dev.strake.sync.standin.ApiStandIn;
import dev.strake.sync.standin.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A repository with several clusters, and one API server's stand-in that is all of them: each
 * cluster is a set of its own in a namespace of its own. The stand-in sees which replica writes,
 * and for each write that it carries out, whether that replica holds the cluster's Lease there.
 */
final class Fleet implements AutoCloseable {

  private static final String LEASES = "coordination.k8s.io/v1";

  private final Path folder;
  private final String reference;
  private final List<String> clusters;
  private final GitFolder git;
  private final GitHttpServer server;
  private final ApiStandIn api = ApiStandIn.start();
  private final List<String> trespasses = new CopyOnWriteArrayList<>();
  private final List<Runnable> started = new ArrayList<>();
  private final Map<String, List<String>> logs = new ConcurrentHashMap<>();
  private String statuses = "";
  private volatile Function<ApiRequest, Optional<Fault>> faults = request -> Optional.empty();

  Fleet(Path folder, int count) throws IOException {
    this(folder, count, "branch: main");
  }

  /**
   * @param reference that is followed
   */
  Fleet(Path folder, int count, String reference) throws IOException {
    this.folder = folder;
    this.reference = reference;
    this.git = GitFolder.init(folder.resolve("repository"));
    this.server = GitHttpServer.serve(folder, "agent", "");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("c" + i);
    }
    this.clusters = List.copyOf(names);
    api.failing(
        request -> {
          Optional<Fault> fault = faults.apply(request);
          fault.ifPresentOrElse(each -> {}, () -> watch(request));
          return fault;
        });
  }

  ApiStandIn api() {
    return api;
  }

  List<String> clusters() {
    return clusters;
  }

  GitFolder git() {
    return git;
  }

  /** Sends commit statuses to a host. */
  void tell(String statusFields) {
    statuses = ", status: {" + statusFields + "}";
  }

  /** What goes wrong from now on, beside what is watched. */
  void failing(Function<ApiRequest, Optional<Fault>> rule) {
    faults = rule;
  }

  private void watch(ApiRequest request) {
    if (request.isWrite() && clusters.contains(request.namespace())) {
      String holder = keeper(request.namespace());
      if (!holder.equals(request.user())) {
        trespasses.add(request.user() + " writes " + request + ", and " + holder + " keeps it");
      }
    }
  }

  /** Who holds a cluster's Lease; empty if nobody does. */
  String keeper(String cluster) {
    return api.live(LEASES, "Lease", "default/strake-cluster-" + digest(cluster))
        .map(lease -> lease.at("/spec/holderIdentity").asText(""))
        .orElse("");
  }

  /** Another replica, to which a cluster goes when both are there. */
  static String rival(String replica, String cluster, boolean wins) {
    for (char name = 'b'; name <= 'z'; name++) {
      boolean better =
          digest(name + "\n" + cluster).compareTo(digest(replica + "\n" + cluster)) > 0;
      if (better == wins) {
        return Character.toString(name);
      }
    }
    throw new AssertionError("no rival");
  }

  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Some objects for each cluster, all with this value. */
  void push(String value, int objects) throws IOException {
    for (String cluster : clusters) {
      StringBuilder text = new StringBuilder();
      text.append("apiVersion: v1\nkind: Namespace\nmetadata: {name: ")
          .append(cluster)
          .append("}\n");
      for (int i = 0; i < objects; i++) {
        text.append(
            """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: m%s, namespace: %s}
            data: {a: "%s"}
            """
                .formatted(i, cluster, value));
      }
      Path file = folder.resolve("repository").resolve(cluster).resolve("all.yaml");
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    git.commit("README", value);
  }

  Optional<String> value(String cluster, int object) {
    return api.live("v1", "ConfigMap", cluster + "/m" + object)
        .map(live -> live.at("/data/a").asText());
  }

  boolean isAt(String value, int objects) {
    for (String cluster : clusters) {
      for (int i = 0; i < objects; i++) {
        if (!value(cluster, i).equals(Optional.of(value))) {
          return false;
        }
      }
    }
    return true;
  }

  /** A replica's configuration, in which each cluster is reached under the replica's name. */
  Path configuration(String replica) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: strake.dev/v1alpha1
            kind: Agent
            metadata: {name: fleet}
            spec:
              namespace: default
              poll: 5s
              drift: 5s
              drain: 20s
              concurrency: 4
              cache: %s
              statusPort: 0
              webhookPort: 0
              repositories:
                - {name: clusters, url: "%s", %s%s}
              clusters:
            """
                .formatted(
                    folder.resolve("cache-" + replica),
                    server.url("repository/.git"),
                    reference,
                    statuses));
    for (String cluster : clusters) {
      text.append(
          "    - {name: %s, repository: clusters, path: %s, kubeconfig: {file: %s}}\n"
              .formatted(cluster, cluster, kubeconfig(replica)));
    }
    return Files.writeString(folder.resolve("agent-" + replica + ".yaml"), text);
  }

  Path kubeconfig(String replica) {
    return api.kubeconfig(folder, replica);
  }

  FleetAgent start(String replica) throws IOException {
    return start(replica, Clock.systemUTC());
  }

  FleetAgent start(String replica, Clock clock) throws IOException {
    List<String> log = logs.computeIfAbsent(replica, name -> new CopyOnWriteArrayList<>());
    FleetAgent agent =
        FleetAgent.start(configuration(replica), kubeconfig(replica), replica, clock, log::add);
    started.add(agent::close);
    return agent;
  }

  /** As a process of its own. */
  AgentProcess launch(String replica) throws IOException {
    return launch(replica, 256);
  }

  /**
   * @param megabytes of its heap
   */
  AgentProcess launch(String replica, int megabytes) throws IOException {
    AgentProcess process =
        AgentProcess.launch(configuration(replica), kubeconfig(replica), replica, megabytes);
    started.add(process::close);
    return process;
  }

  List<String> log(String replica) {
    return logs.getOrDefault(replica, List.of());
  }

  void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "in vain: " + what + "\n" + logs);
      Thread.sleep(30);
    }
  }

  /** Every write was one of the replica that held the Lease when it was carried out. */
  void assertNobodyTrespassed() {
    assertEquals(List.of(), trespasses);
  }

  @Override
  public void close() {
    started.forEach(Runnable::run);
    server.close();
    api.close();
  }
}
