package dev.strake.sync;

import dev.strake.bundle.Phase;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.sync.desired.DependsOn;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.inventory.GuardOverride;
import dev.strake.sync.inventory.PruneLimits;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.RetryPolicy;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.plan.ConflictPolicy;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.set.OtherWishes;
import dev.strake.sync.standin.ApiStandIn;
import dev.strake.sync.standin.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster, and syncs with it. */
final class Scene implements AutoCloseable {

  static final String COMMIT = "0123456789012345678901234567890123456789";

  private static final Map<String, Phase> PHASES =
      Map.ofEntries(
          Map.entry("CustomResourceDefinition", Phase.CRDS),
          Map.entry("Namespace", Phase.NAMESPACES),
          Map.entry("ServiceAccount", Phase.RBAC),
          Map.entry("ClusterRole", Phase.RBAC),
          Map.entry("ClusterRoleBinding", Phase.RBAC),
          Map.entry("ConfigMap", Phase.CONFIG),
          Map.entry("Secret", Phase.CONFIG),
          Map.entry("Service", Phase.SERVICES),
          Map.entry("ValidatingWebhookConfiguration", Phase.WEBHOOKS),
          Map.entry("Node", Phase.NODE_PATCH));

  private final ApiStandIn api;
  private final boolean owned;
  private final Path folder;

  private ConflictPolicy conflicts = ConflictPolicy.REPORT;
  private boolean recreate;
  private boolean waiting;
  private String user = "";
  private Sleeper sleeper = time -> {};
  private RetryPolicy retries = new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(5));
  private final List<GuardOverride> overrides = new ArrayList<>();

  Scene(Path folder) {
    this(folder, ApiStandIn.start(), true);
  }

  private Scene(Path folder, ApiStandIn api, boolean owned) {
    this.folder = folder;
    this.api = api;
    this.owned = owned;
  }

  /** Another one that syncs with the same cluster. */
  Scene beside() {
    return new Scene(folder, api, false);
  }

  ApiStandIn api() {
    return api;
  }

  Scene forcing() {
    conflicts = ConflictPolicy.FORCE;
    return this;
  }

  /** Ends only when all works, and lets somebody act between two looks. */
  Scene waiting(Runnable between) {
    waiting = true;
    sleeper = time -> between.run();
    return this;
  }

  Scene recreating() {
    recreate = true;
    return this;
  }

  /** Is somebody whom the cluster can tell from others. */
  Scene as(String name) {
    user = name;
    return this;
  }

  Scene allowing(String guard) {
    overrides.add(GuardOverride.parse(guard + "@" + COMMIT).orElseThrow());
    return this;
  }

  Scene retrying(int attempts) {
    retries = new RetryPolicy(attempts, Duration.ofMillis(1), Duration.ofMillis(5));
    return this;
  }

  /** Manifests with {@code '} for {@code "}. */
  static DesiredSet set(String name, List<String> manifests) {
    List<DesiredObject> objects = new ArrayList<>();
    for (String manifest : manifests) {
      KubernetesObject object = KubernetesObject.of(Json.object(manifest));
      SourceRange origin = SourceFile.of(object.name() + ".yaml", "x: 1\n").beginning();
      objects.add(
          new DesiredObject(
              object,
              PHASES.getOrDefault(object.kind(), Phase.WORKLOADS),
              DependsOn.read(object),
              origin));
    }
    return new DesiredSet(name, COMMIT, objects);
  }

  static DesiredSet set(String... manifests) {
    return set("shop", List.of(manifests));
  }

  Plan plan(DesiredSet set) {
    try (ClusterConnection connection = connect();
        ClusterSync sync = sync(connection)) {
      return sync.plan(set).plan();
    }
  }

  /** Beside sets that want these objects and have not taken them yet. */
  SyncReport syncBeside(DesiredSet set, OtherWishes neighbours) {
    try (ClusterConnection connection = connect();
        ClusterSync sync = sync(connection)) {
      return sync.apply(sync.plan(set, () -> neighbours), SyncListener.silent());
    }
  }

  SyncReport sync(DesiredSet set) {
    try (ClusterConnection connection = connect();
        ClusterSync sync = sync(connection)) {
      return sync.apply(sync.plan(set), SyncListener.silent());
    }
  }

  private ClusterConnection connect() {
    return ClusterConnection.open(
        Optional.of(api.kubeconfig(folder, user)), Optional.empty(), retries);
  }

  private ClusterSync sync(ClusterConnection connection) {
    SyncOptions options =
        new SyncOptions(
            Tooling.strake("1.0.0"),
            conflicts,
            recreate,
            true,
            PruneLimits.DEFAULT,
            overrides,
            Duration.ofSeconds(1),
            waiting,
            4);
    return new ClusterSync(connection.api(), options, Clock.systemUTC(), sleeper);
  }

  /** Of a live object. */
  String uid(String apiVersion, String kind, String name) {
    return api.live(apiVersion, kind, name).orElseThrow().path("metadata").path("uid").asText();
  }

  boolean isThere(String apiVersion, String kind, String name) {
    return api.live(apiVersion, kind, name).isPresent();
  }

  @Override
  public void close() {
    if (owned) {
      api.close();
    }
  }
}
