package dev.strake.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.source.SourceFile;
import dev.strake.sync.agent.OwnCluster;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.configuration.AgentFile;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.install.AgentManifests;
import dev.strake.sync.install.Installation;
import dev.strake.sync.install.SyncedResource;
import dev.strake.sync.lease.Shares;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.standin.ApiRequest;
import dev.strake.sync.standin.Json;
import dev.strake.sync.telemetry.ClusterEvent;
import dev.strake.sync.telemetry.EventSeries;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlTree;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stand-in lets everybody do everything. A real server asks the roles that {@code strake agent
 * manifests} prints: here each request of an agent's life is held against them.
 */
final class AgentRightsTest {

  private static final String TEXT =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Agent
      metadata: {name: fleet}
      spec:
        namespace: strake-system
        cache: /var/cache/strake
        repositories: [{name: r, url: "https://git.example.com/r.git", branch: main}]
        clusters: [{name: shop, repository: r}]
      """;

  private static final String NAMESPACE =
      "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}";
  private static final String SECRET =
      "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','namespace':'shop'},'stringData':{'p':'%s'}}";
  private static final String NODE =
      "{'apiVersion':'v1','kind':'Node','metadata':{'name':'n1','labels':{'rack':'r1'}},'spec':{'taints':[{'key':'gpu','effect':'NoSchedule'}]}}";
  private static final String ROLE =
      "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'ClusterRole','metadata':{'name':'reads'},'rules':[]}";
  private static final String DEFINITION =
      """
      {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
       'metadata':{'name':'widgets.example.com'},
       'spec':{'group':'example.com','scope':'Namespaced',
        'names':{'plural':'widgets','singular':'widget','kind':'Widget','listKind':'WidgetList'},
        'versions':[{'name':'v1','served':true,'storage':true,'schema':{'openAPIV3Schema':{'type':'object'}}}]}}
      """;
  private static final String WIDGET =
      "{'apiVersion':'example.com/v1','kind':'Widget','metadata':{'name':'w','namespace':'shop'}}";

  @TempDir private Path folder;

  private final List<JsonNode> rules = new ArrayList<>();
  private final List<JsonNode> ownRules = new ArrayList<>();

  private static String deployment(String app) {
    return """
        {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop'},
         'spec':{'selector':{'matchLabels':{'app':'%s'}},
          'template':{'metadata':{'labels':{'app':'%s'}},
           'spec':{'containers':[{'name':'web','image':'example.com/web:1'}]}}}}
        """
        .formatted(app, app);
  }

  private static DesiredSet set(String app, String password) {
    return Scene.set(
        NAMESPACE, SECRET.formatted(password), NODE, ROLE, DEFINITION, WIDGET, deployment(app));
  }

  private static DesiredSet small() {
    return Scene.set(
        "{'apiVersion':'v1','kind':'ServiceAccount','metadata':{'name':'web','namespace':'shop'}}");
  }

  @BeforeEach
  void read() {
    install(set("web", "x"));
  }

  private void install(DesiredSet set) {
    rules.clear();
    ownRules.clear();
    AgentConfiguration configuration =
        AgentFile.read(SourceFile.of("agent.yaml", TEXT)).asOptional().orElseThrow();
    Installation installation =
        new Installation(
            "example.com/strake:1",
            configuration,
            TEXT,
            SyncedResource.of(set.objects().stream().map(DesiredObject::object).toList()));
    ObjectMapper json = new ObjectMapper();
    for (YamlDocument document :
        YamlReader.withDefaultLimits()
            .read(
                SourceFile.of("manifests.yaml", AgentManifests.yaml(installation)),
                finding -> {
                  throw new AssertionError(finding);
                })
            .documents()) {
      JsonNode object = json.valueToTree(YamlTree.of(document.root()));
      List<JsonNode> into =
          switch (object.path("kind").asText()) {
            case "ClusterRole" -> rules;
            case "Role" -> ownRules;
            default -> new ArrayList<>();
          };
      object.path("rules").forEach(into::add);
    }
  }

  private static boolean has(JsonNode list, String word) {
    for (JsonNode item : list) {
      if (item.asText().equals(word) || item.asText().equals("*")) {
        return true;
      }
    }
    return false;
  }

  private boolean isAllowed(ApiRequest request, String verb) {
    List<JsonNode> all = new ArrayList<>(rules);
    if (request.namespace().equals("strake-system")) {
      all.addAll(ownRules);
    }
    return all.stream()
        .filter(rule -> rule.path("resourceNames").isEmpty())
        .anyMatch(
            rule ->
                has(rule.path("apiGroups"), request.group())
                    && has(rule.path("resources"), request.plural())
                    && has(rule.path("verbs"), verb));
  }

  private static String verb(ApiRequest request) {
    return switch (request.method()) {
      case "GET" -> request.name().isEmpty() ? "list" : "get";
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> "delete";
      default -> throw new AssertionError(request);
    };
  }

  /** Whatever anybody may ask who is known at all. */
  private static boolean isForEverybody(ApiRequest request) {
    return request.plural().isEmpty() || request.plural().equals("selfsubjectreviews");
  }

  /** What is only asked to know more, and where a refusal is borne. */
  private static boolean isOptional(ApiRequest request) {
    return verb(request).equals("list") && request.plural().equals("ingresses");
  }

  private List<String> forbidden(Scene scene) {
    List<String> forbidden = new ArrayList<>();
    for (ApiRequest request : scene.api().requests()) {
      if (!isForEverybody(request) && !isOptional(request) && !isAllowed(request, verb(request))) {
        forbidden.add(verb(request) + " " + request);
      }
    }
    return forbidden.stream().distinct().toList();
  }

  @Test
  void aWholeLifeNeedsNoMoreThanTheRolesAllow() {
    try (Scene scene = new Scene(folder).recreating().allowing("share")) {
      scene
          .api()
          .put(
              "kubelet",
              "{'apiVersion':'v1','kind':'Node','metadata':{'name':'n1'},'spec':{'podCIDR':'10.0.0.0/24'}}");
      scene.api().forgetRequests();
      SyncReport made = scene.sync(set("web", "1"));
      assertTrue(made.isComplete(), () -> SyncText.render("shop", made));
      SyncReport changed = scene.sync(set("web", "2"));
      assertTrue(changed.isComplete(), () -> SyncText.render("shop", changed));
      assertTrue(scene.sync(set("shop", "2")).isComplete(), "a Deployment is made anew");
      scene
          .api()
          .put(
              "kubectl-client-side-apply",
              "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'t','namespace':'shop'}}");
      scene.sync(
          Scene.set(
              NAMESPACE,
              NODE,
              DEFINITION,
              WIDGET,
              deployment("shop"),
              "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'t','namespace':'shop'}}"));
      assertFalse(scene.isThere("v1", "Secret", "shop/s"), "pruned");
      // It does not work, and is explained.
      scene.waiting(
          () ->
              scene
                  .api()
                  .change(
                      "controller",
                      "status",
                      "apps/v1",
                      "Deployment",
                      "shop/web",
                      live ->
                          live.set(
                              "status",
                              Json.object(
                                  "{'observedGeneration':9,'conditions':[{'type':'Progressing','status':'False','reason':'ProgressDeadlineExceeded'}]}"))));
      scene.sync(set("shop", "3"));
      assertEquals(List.of(), forbidden(scene));
    }
  }

  @Test
  void aSetWithoutNamespacesAndConfigMapsNeedsNoMoreEither() {
    install(small());
    try (Scene scene = new Scene(folder)) {
      scene.api().put(NAMESPACE);
      scene.api().forgetRequests();
      assertTrue(scene.sync(small()).isComplete());
      assertTrue(scene.sync(small()).isComplete());
      assertEquals(List.of(), forbidden(scene));
    }
  }

  @Test
  void leasesAndEventsAreAmongTheRights() {
    try (Scene scene = new Scene(folder)) {
      scene.api().put("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'strake-system'}}");
      scene.api().forgetRequests();
      try (OwnCluster own =
          OwnCluster.open(
              Optional.of(scene.api().kubeconfig(folder)),
              Optional.empty(),
              "strake-system",
              "one")) {
        Shares shares = own.shares(Clock.systemUTC());
        shares.tick(List.of("shop"), cluster -> false);
        shares.tick(List.of("shop"), cluster -> false);
        shares.release();
        ClusterEvent event =
            new EventSeries()
                .add(
                    new ObjectIdentity("apps", "Deployment", "strake-system", "strake-agent"),
                    ClusterEvent.Type.NORMAL,
                    "Synced",
                    "Sync",
                    "converged",
                    Instant.EPOCH)
                .orElseThrow();
        own.write(event);
      }
      assertEquals(List.of(), forbidden(scene));
      assertTrue(
          ownRules.stream()
              .anyMatch(
                  rule ->
                      has(rule.path("resources"), "leases") && has(rule.path("verbs"), "delete")),
          "those of replicas that are long gone");
    }
  }

  /** Nobody's role, and no more than that: nodes are neither made nor deleted. */
  @Test
  void nodesAreOnlyPatched() {
    for (JsonNode rule : rules) {
      if (has(rule.path("resources"), "nodes")) {
        assertFalse(has(rule.path("verbs"), "delete"), rule::toString);
        assertFalse(has(rule.path("verbs"), "create"), rule::toString);
      }
    }
  }
}
