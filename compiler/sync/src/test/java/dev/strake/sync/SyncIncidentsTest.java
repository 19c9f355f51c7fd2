package dev.strake.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.plan.Action;
import dev.strake.sync.plan.PlanText;
import dev.strake.sync.set.OtherWishes;
import dev.strake.sync.standin.ApiRequest;
import dev.strake.sync.standin.Fault;
import dev.strake.sync.standin.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What has happened to others, so that it does not happen again. Where each of the fifteen is:
 *
 * <ol>
 *   <li>Render loss: {@link ClusterSyncTest#aLostRenderDeletesNothing}.
 *   <li>Namespace: {@link ClusterSyncTest#aNamespaceThatLeftTheSetIsKeptAndTold}.
 *   <li>Copied labels: {@link ClusterSyncTest#aCopiedLabelIsNoReasonToDelete}.
 *   <li>Move between sets: {@link ClusterSyncTest#anObjectThatMovesBetweenSetsStaysTheSame} where
 *       the new set comes first; {@link #whatAnotherSetIsAboutToTakeIsNotDeleted} where the old one
 *       does, as far as it can know, and an agent does know.
 *   <li>Denied delete: {@link ClusterSyncTest#aDeniedDeletionIsTriedAgain}.
 *   <li>Invalid is not immutable: {@link #aServiceThatIsWrongKeepsItsAddress}, {@link
 *       ClusterSyncTest#onlyWhatCannotBeChangedIsMadeAnew}, {@link #dataIsNeverMadeAnew}.
 *   <li>Finalizers: {@link ClusterSyncTest#aFinalizerHoldsUpOneObjectOnly}.
 *   <li>Identity order: {@link #whatTheSyncRunsAsGoesLast}.
 *   <li>HPA: {@link ClusterSyncTest#anAutoscalersReplicasStay}, {@link
 *       #theCountThatGitGivesUpStaysAsItIs}.
 *   <li>Client-side apply: {@link ClusterSyncTest#whatKubectlAppliedIsTakenOver}.
 *   <li>Conflict policy: {@link ClusterSyncTest#aConflictIsToldAndHoldsUpNothingElse}.
 *   <li>Definition and object in one commit: {@link
 *       ClusterSyncTest#aDefinitionAndItsObjectsComeInOneSync}, {@link
 *       #aKindThatIsServedLateIsWaitedFor}.
 *   <li>Defaulting noise and its inverse: {@link
 *       ClusterSyncTest#webhooksWithOmittedDefaultsStayTheSame}, {@link
 *       #twoSyncsOfAllSortsLeaveEveryVersionAsItIs}, {@link
 *       ClusterSyncTest#aDefinitionAndItsObjectsComeInOneSync}.
 *   <li>Secrets: {@link ClusterSyncTest#noByteOfASecretIsShown}, {@link SecretLeakTest}.
 *   <li>Size and load: {@link LargeSyncTest}.
 * </ol>
 *
 * <p>And the sixteenth, a crash anywhere: {@link SyncCrashTest}.
 */
final class SyncIncidentsTest {

  private static final String NAMESPACE =
      "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}";

  @TempDir private Path folder;

  private Scene scene;

  @BeforeEach
  void start() {
    scene = new Scene(folder);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private static String config(String name) {
    return "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'%s','namespace':'shop'},'data':{'a':'1'}}"
        .formatted(name);
  }

  private static String deployment(String spec) {
    return """
        {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop'},
         'spec':{%s'selector':{'matchLabels':{'app':'web'}},
          'template':{'metadata':{'labels':{'app':'web'}},
           'spec':{'containers':[{'name':'web','image':'example.com/web:1'}]}}}}
        """
        .formatted(spec);
  }

  private JsonNode live(String apiVersion, String kind, String name) {
    return scene.api().live(apiVersion, kind, name).orElseThrow();
  }

  /**
   * @see <a href="https://github.com/fluxcd/kustomize-controller/issues/338">kustomize-controller
   *     338</a>
   */
  @Test
  void whatAnotherSetIsAboutToTakeIsNotDeleted() {
    scene.sync(Scene.set("old", List.of(NAMESPACE, config("x"), config("y"))));
    String uid = scene.uid("v1", "ConfigMap", "shop/x");
    var without = Scene.set("old", List.of(NAMESPACE));
    OtherWishes wishes =
        new OtherWishes(
            Map.of(new ObjectIdentity("", "ConfigMap", "shop", "x"), "new"), Optional.empty());
    assertTrue(scene.syncBeside(without, wishes).isComplete());
    assertEquals(uid, scene.uid("v1", "ConfigMap", "shop/x"));
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/y"), "nobody wants this one");

    assertTrue(scene.sync(Scene.set("new", List.of(config("x")))).isComplete());
    assertEquals(uid, scene.uid("v1", "ConfigMap", "shop/x"));
    assertTrue(scene.sync(without).isComplete());
    assertEquals(uid, scene.uid("v1", "ConfigMap", "shop/x"));
    assertEquals(Map.of(Action.UNCHANGED, 1), scene.plan(without).counts(), "it has moved");
  }

  @Test
  void whatNobodyKnowsOfOtherSetsDeletesNothing() {
    scene.sync(Scene.set("old", List.of(NAMESPACE, config("x"))));
    scene.syncBeside(
        Scene.set("old", List.of(NAMESPACE)),
        OtherWishes.unknown("the other one does not compile"));
    assertTrue(scene.isThere("v1", "ConfigMap", "shop/x"));
  }

  /**
   * @see <a href="https://github.com/fluxcd/kustomize-controller/issues/734">kustomize-controller
   *     734</a>
   */
  @Test
  void aServiceThatIsWrongKeepsItsAddress() {
    scene.recreating();
    String service =
        "{'apiVersion':'v1','kind':'Service','metadata':{'name':'web','namespace':'shop'},'spec':{'selector':{'app':'web'},'ports':%s}}";
    assertTrue(scene.sync(Scene.set(NAMESPACE, service.formatted("[{'port':80}]"))).isComplete());
    String before = live("v1", "Service", "shop/web").toString();
    SyncReport report = scene.sync(Scene.set(NAMESPACE, service.formatted("[]")));
    assertFalse(report.isComplete());
    assertEquals(before, live("v1", "Service", "shop/web").toString());
  }

  /** Not even where somebody allows it, and the change is proven to be impossible. */
  @Test
  void dataIsNeverMadeAnew() {
    scene.recreating();
    String claim =
        """
        {'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'data','namespace':'shop',
          'annotations':{'strake.dev/recreate':'allowed'}},
         'spec':{'accessModes':['ReadWriteOnce'],'storageClassName':'%s','resources':{'requests':{'storage':'1Gi'}}}}
        """;
    String definition =
        """
        {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
         'metadata':{'name':'widgets.example.com','annotations':{'strake.dev/recreate':'allowed'}},
         'spec':{'group':'example.com','scope':'%s',
          'names':{'plural':'widgets','singular':'widget','kind':'Widget','listKind':'WidgetList'},
          'versions':[{'name':'v1','served':true,'storage':true,'schema':{'openAPIV3Schema':{'type':'object'}}}]}}
        """;
    var first = Scene.set(definition.formatted("Namespaced"), NAMESPACE, claim.formatted("slow"));
    assertTrue(scene.sync(first).isComplete());
    String uid = scene.uid("v1", "PersistentVolumeClaim", "shop/data");
    String crd =
        scene.uid("apiextensions.k8s.io/v1", "CustomResourceDefinition", "widgets.example.com");
    scene.api().forgetRequests();
    var second = Scene.set(definition.formatted("Cluster"), NAMESPACE, claim.formatted("fast"));
    SyncReport report = scene.sync(second);
    assertFalse(report.isComplete());
    assertEquals(
        2, scene.plan(second).counts().get(Action.BLOCKED), () -> SyncText.render("shop", report));
    assertEquals(uid, scene.uid("v1", "PersistentVolumeClaim", "shop/data"));
    assertEquals(
        crd,
        scene.uid("apiextensions.k8s.io/v1", "CustomResourceDefinition", "widgets.example.com"));
    assertTrue(
        scene.api().writes().stream().noneMatch(request -> request.method().equals("DELETE")));
  }

  /**
   * @see <a href="https://github.com/fluxcd/flux2/issues/997">flux2 997</a>
   */
  @Test
  void whatTheSyncRunsAsGoesLast() {
    String user = "system:serviceaccount:shop:deployer";
    scene.as(user).allowing("empty").allowing("share");
    String account =
        "{'apiVersion':'v1','kind':'ServiceAccount','metadata':{'name':'%s','namespace':'shop'}}";
    String role =
        "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'ClusterRole','metadata':{'name':'%s'},'rules':[]}";
    String binding =
        """
        {'apiVersion':'rbac.authorization.k8s.io/v1','kind':'ClusterRoleBinding','metadata':{'name':'%s'},
         'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'ClusterRole','name':'%s'},
         'subjects':[{'kind':'ServiceAccount','namespace':'shop','name':'%s'}]}
        """;
    scene.api().put(NAMESPACE);
    var all =
        Scene.set(
            account.formatted("deployer"),
            account.formatted("web"),
            role.formatted("deploys"),
            role.formatted("other"),
            binding.formatted("deployer", "deploys", "deployer"),
            binding.formatted("web", "other", "web"),
            config("a"),
            deployment(""));
    assertTrue(scene.sync(all).isComplete());
    scene.api().forgetRequests();
    assertTrue(scene.sync(Scene.set()).isComplete());
    List<String> gone =
        scene.api().writes().stream()
            .filter(request -> request.method().equals("DELETE"))
            .map(request -> request.plural() + " " + request.name())
            .toList();
    assertEquals(8, gone.size(), gone.toString());
    assertEquals(
        List.of("serviceaccounts deployer", "clusterrolebindings deployer", "clusterroles deploys"),
        gone.subList(5, 8));
    assertEquals("deployments web", gone.get(0));
  }

  /**
   * The autoscaler's object, and a Deployment without a count, in one commit: with nobody else
   * owning the count, dropping it means one.
   *
   * @see <a href="https://github.com/kubernetes/kubernetes/issues/94585">kubernetes 94585</a>
   */
  @Test
  void theCountThatGitGivesUpStaysAsItIs() {
    String hpa =
        """
        {'apiVersion':'autoscaling/v2','kind':'HorizontalPodAutoscaler',
         'metadata':{'name':'web','namespace':'shop'},
         'spec':{'maxReplicas':9,'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'}}}
        """;
    scene.sync(Scene.set(NAMESPACE, deployment("'replicas':7,")));
    var scaled = Scene.set(NAMESPACE, deployment(""), hpa);
    assertTrue(scene.sync(scaled).isComplete());
    assertEquals(7, live("apps/v1", "Deployment", "shop/web").at("/spec/replicas").asInt());
    scene.api().forgetRequests();
    assertTrue(scene.sync(scaled).isComplete());
    assertEquals(List.of(), scene.api().writes(), "and nothing is done about it again");
    scale(5);
    assertTrue(scene.sync(scaled).isComplete());
    assertEquals(5, live("apps/v1", "Deployment", "shop/web").at("/spec/replicas").asInt());
  }

  /** Without any autoscaler in the set: whoever has scaled it owns the count. */
  @Test
  void theCountOfWhoeverScaledStaysWhenGitDropsIt() {
    scene.sync(Scene.set(NAMESPACE, deployment("'replicas':2,")));
    scale(7);
    assertTrue(scene.sync(Scene.set(NAMESPACE, deployment(""))).isComplete());
    assertEquals(7, live("apps/v1", "Deployment", "shop/web").at("/spec/replicas").asInt());
  }

  private void scale(int replicas) {
    scene
        .api()
        .change(
            "autoscaler",
            "scale",
            "apps/v1",
            "Deployment",
            "shop/web",
            object -> object.withObjectProperty("spec").put("replicas", replicas));
  }

  @Test
  void aKindThatIsServedLateIsWaitedFor() {
    String definition =
        """
        {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
         'metadata':{'name':'widgets.example.com'},
         'spec':{'group':'example.com','scope':'Namespaced',
          'names':{'plural':'widgets','singular':'widget','kind':'Widget','listKind':'WidgetList'},
          'versions':[{'name':'v1','served':true,'storage':true,'schema':{'openAPIV3Schema':
           {'type':'object','x-kubernetes-preserve-unknown-fields':true}}}]}}
        """;
    String widget =
        "{'apiVersion':'example.com/v1','kind':'Widget','metadata':{'name':'w','namespace':'shop'}}";
    var set = Scene.set(definition, NAMESPACE, widget);
    scene.plan(set);
    scene.api().hideKinds("example.com", 3);
    SyncReport report = scene.sync(set);
    assertTrue(report.isComplete(), () -> SyncText.render("shop", report));
    assertTrue(scene.isThere("example.com/v1", "Widget", "shop/w"));
  }

  @Test
  void twoSyncsOfAllSortsLeaveEveryVersionAsItIs() {
    String service =
        "{'apiVersion':'v1','kind':'Service','metadata':{'name':'web','namespace':'shop'},'spec':{'selector':{'app':'web'},'ports':[{'port':80}]}}";
    String webhook =
        """
        {'apiVersion':'admissionregistration.k8s.io/v1','kind':'ValidatingWebhookConfiguration',
         'metadata':{'name':'checks'},
         'webhooks':[{'name':'checks.example.com','sideEffects':'None',
           'admissionReviewVersions':['v1'],'clientConfig':{'service':{'name':'web','namespace':'shop'}},
           'rules':[{'apiGroups':[''],'apiVersions':['v1'],'operations':['CREATE'],'resources':['pods']}]}]}
        """;
    String secret =
        "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','namespace':'shop'},'stringData':{'p':'x'}}";
    String node =
        "{'apiVersion':'v1','kind':'Node','metadata':{'name':'n1','labels':{'rack':'r1'}}}";
    scene.api().put("kubelet", "{'apiVersion':'v1','kind':'Node','metadata':{'name':'n1'}}");
    var set = Scene.set(NAMESPACE, service, webhook, secret, node, deployment(""), config("a"));
    assertTrue(scene.sync(set).isComplete());
    String before = scene.api().everything();
    scene.api().forgetRequests();
    assertTrue(scene.sync(set).isComplete());
    assertEquals(List.of(), scene.api().writes());
    assertEquals(before, scene.api().everything());
  }

  /** A status changes all the time, and is nobody's reason to fail. */
  @Test
  void aStatusThatChangesMeanwhileDoesNotMatter() {
    scene.sync(Scene.set(NAMESPACE, deployment("'replicas':1,")));
    int[] turn = {0};
    scene
        .api()
        .failing(
            request -> {
              if (request.isWrite() && request.name().equals("web") && turn[0]++ < 3) {
                scene
                    .api()
                    .change(
                        "controller",
                        "status",
                        "apps/v1",
                        "Deployment",
                        "shop/web",
                        object ->
                            object.set("status", Json.object("{'replicas':" + turn[0] + "}")));
              }
              return Optional.empty();
            });
    assertTrue(scene.sync(Scene.set(NAMESPACE, deployment("'replicas':2,"))).isComplete());
    assertEquals(4, turn[0], "refused three times");
    assertEquals(2, live("apps/v1", "Deployment", "shop/web").at("/spec/replicas").asInt());
  }

  /** What somebody changes behind the plan's back is not what was planned. */
  @Test
  void aFieldThatChangesMeanwhileIsPlannedAnew() {
    scene.sync(Scene.set(NAMESPACE, config("a")));
    var set = Scene.set(NAMESPACE, config("a").replace("'a':'1'", "'a':'2'"));
    int[] turn = {0};
    scene
        .api()
        .failing(
            request -> {
              if (request.isWrite() && request.name().equals("a") && turn[0]++ == 0) {
                scene
                    .api()
                    .change(
                        "somebody",
                        "v1",
                        "ConfigMap",
                        "shop/a",
                        object -> object.withObjectProperty("data").put("a", "theirs"));
              }
              return Optional.empty();
            });
    assertFalse(scene.sync(set).isComplete());
    assertEquals("theirs", live("v1", "ConfigMap", "shop/a").at("/data/a").asText());
    assertTrue(
        PlanText.render(scene.plan(set)).contains("somebody owns .data.a"), "now it is a conflict");
  }

  /** The request arrives, and its answer does not: it is sent again, over what it has done. */
  @Test
  void aChangeWhoseAnswerIsLostIsNoConflict() {
    scene.sync(Scene.set(NAMESPACE, config("a"), deployment("")));
    int[] turn = {0};
    scene
        .api()
        .failing(
            request ->
                request.isWrite() && turn[0]++ % 2 == 0
                    ? Optional.of(new Fault.Dropped(true))
                    : Optional.empty());
    var set =
        Scene.set(
            NAMESPACE,
            config("a").replace("'a':'1'", "'a':'2'"),
            config("b"),
            deployment("'replicas':3,"));
    assertTrue(scene.sync(set).isComplete());
    assertNotEquals(0, turn[0]);
    scene.api().failing(request -> Optional.empty());
    assertEquals(Map.of(Action.UNCHANGED, 4), scene.plan(set).counts());
  }

  /** Whoever may not look into all of a namespace keeps it. */
  @Test
  void aNamespaceThatCannotBeLookedIntoIsKept() {
    scene.allowing("namespace").allowing("share").allowing("empty");
    scene.sync(Scene.set(NAMESPACE, config("a")));
    scene
        .api()
        .failing(
            request ->
                request.method().equals("GET")
                        && request.plural().equals("secrets")
                        && request.name().isEmpty()
                    ? Optional.of(new Fault.Answered(403, Optional.empty(), "secrets is forbidden"))
                    : Optional.empty());
    var set = Scene.set();
    assertTrue(
        PlanText.render(scene.plan(set)).contains("Secret may not be listed there"),
        () -> PlanText.render(scene.plan(set)));
    scene.sync(set);
    assertFalse(live("v1", "Namespace", "shop").path("metadata").has("deletionTimestamp"));
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/a"), "the rest goes on");
    scene.api().failing(request -> Optional.empty());
    scene.sync(set);
    assertTrue(live("v1", "Namespace", "shop").path("metadata").has("deletionTimestamp"));
  }

  /** A kind may be served in a version that its group does not prefer. */
  @Test
  void aNamespaceIsLookedIntoForKindsOfEveryVersion() {
    scene.allowing("namespace").allowing("share").allowing("empty");
    String definition =
        """
        {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
         'metadata':{'name':'%s.example.com'},
         'spec':{'group':'example.com','scope':'Namespaced',
          'names':{'plural':'%s','singular':'%s','kind':'%s','listKind':'%sList'},
          'versions':[{'name':'%s','served':true,'storage':true,'schema':{'openAPIV3Schema':{'type':'object'}}}]}}
        """;
    scene.api().put(definition.formatted("stables", "stables", "stable", "Stable", "Stable", "v1"));
    scene.api().put(definition.formatted("olds", "olds", "old", "Old", "Old", "v1beta1"));
    scene.sync(Scene.set(NAMESPACE));
    scene
        .api()
        .put(
            "{'apiVersion':'example.com/v1beta1','kind':'Old','metadata':{'name':'precious','namespace':'shop'}}");
    scene.sync(Scene.set());
    assertFalse(live("v1", "Namespace", "shop").path("metadata").has("deletionTimestamp"));
  }

  /**
   * A list of many pages that expires in the middle is begun anew, and nothing is taken as gone.
   */
  @Test
  void aListThatExpiresIsBegunAnew() {
    scene.allowing("namespace").allowing("share").allowing("empty");
    scene.sync(Scene.set(NAMESPACE, config("a")));
    for (int i = 0; i < 600; i++) {
      scene.api().put(config("theirs-" + i));
    }
    int[] expired = {0};
    scene
        .api()
        .failing(
            request ->
                request.query().containsKey("continue") && expired[0]++ == 0
                    ? Optional.of(
                        new Fault.Answered(
                            410, Optional.empty(), "the provided continue is too old"))
                    : Optional.empty());
    String plan = PlanText.render(scene.plan(Scene.set()));
    assertEquals(2, expired[0], "once for nothing, once for the second page");
    assertTrue(plan.contains("it holds what is not being pruned"), plan);
    assertTrue(plan.contains("and 597 more"), plan);
  }

  /** Whoever makes it meanwhile is not overwritten without a word. */
  @Test
  void anObjectThatSomebodyMakesMeanwhileIsAConflict() {
    scene.api().put(NAMESPACE);
    var set = Scene.set(config("a"));
    int[] turn = {0};
    scene
        .api()
        .failing(
            request -> {
              if (request.isWrite() && request.name().equals("a") && turn[0]++ == 0) {
                scene.api().put("somebody", config("a").replace("'a':'1'", "'a':'theirs'"));
              }
              return Optional.empty();
            });
    SyncReport report = scene.sync(set);
    assertFalse(report.isComplete());
    assertEquals("theirs", live("v1", "ConfigMap", "shop/a").at("/data/a").asText());
  }

  /** Only what is asked for is asked of the server. */
  @Test
  void foreignSecretsAreNotRead() {
    scene.api().put(NAMESPACE);
    scene
        .api()
        .put("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','namespace':'shop'}}");
    scene.sync(Scene.set(NAMESPACE, config("a"), config("b")));
    scene.sync(Scene.set(NAMESPACE, config("a")));
    assertTrue(
        scene.api().requests().stream().map(ApiRequest::plural).noneMatch("secrets"::equals));
  }
}
