package dev.strake.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.plan.Action;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.plan.PlanFile;
import dev.strake.sync.plan.PlanText;
import dev.strake.sync.standin.ApiRequest;
import dev.strake.sync.standin.Fault;
import dev.strake.sync.standin.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole sync against the stand-in, incident by incident. */
final class ClusterSyncTest {

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

  private static String config(String name, String value) {
    return "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'%s','namespace':'shop'},'data':{'a':'%s'}}"
        .formatted(name, value);
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

  @Test
  void whatIsNotThereIsCreatedInOrder() {
    var set = Scene.set(deployment(""), config("a", "1"), NAMESPACE);
    Plan plan = scene.plan(set);
    assertEquals(
        """
        + create Namespace shop  (shop.yaml:1)
        ? waiting ConfigMap shop/a  (a.yaml:1)
              its namespace is applied first
        ? waiting Deployment shop/web  (web.yaml:1)
              its namespace is applied first

        shop: 1 to create, 2 waiting
        """,
        PlanText.render(plan));
    assertEquals(List.of(), scene.api().writes(), "a plan writes nothing");

    assertTrue(scene.sync(set).isComplete());
    assertTrue(scene.isThere("apps/v1", "Deployment", "shop/web"));
    List<String> made =
        scene.api().writes().stream()
            .filter(request -> request.method().equals("PATCH"))
            .map(ApiRequest::plural)
            .toList();
    assertEquals(List.of("namespaces", "configmaps", "deployments"), made);
  }

  @Test
  void whatIsAsItShallBeIsNotWritten() {
    var set = Scene.set(NAMESPACE, config("a", "1"), deployment(""));
    scene.sync(set);
    String before = scene.api().everything();
    scene.api().forgetRequests();
    assertTrue(scene.sync(set).isComplete());
    assertEquals(List.of(), scene.api().writes());
    assertEquals(before, scene.api().everything());
    assertEquals("shop: 3 unchanged\n", PlanText.render(scene.plan(set)));
  }

  @Test
  void aChangeIsShownFieldByFieldWithoutWhatTheServerFillsIn() {
    scene.sync(Scene.set(NAMESPACE, deployment("")));
    var set = Scene.set(NAMESPACE, deployment("'replicas':3,").replace("web:1", "web:2"));
    assertEquals(
        """
        ~ change Deployment shop/web  (web.yaml:1)
              ~ /spec/replicas: 1 -> 3
              ~ /spec/template/spec/containers[name=web]/image: "example.com/web:1" -> "example.com/web:2"

        shop: 1 to change, 1 unchanged
        """,
        PlanText.render(scene.plan(set)));
  }

  @Test
  void webhooksWithOmittedDefaultsStayTheSame() {
    String webhook =
        """
        {'apiVersion':'admissionregistration.k8s.io/v1','kind':'ValidatingWebhookConfiguration',
         'metadata':{'name':'checks'},
         'webhooks':[{'name':'checks.example.com','sideEffects':'None',
           'admissionReviewVersions':['v1'],'clientConfig':{'url':'https://checks.example.com/'},
           'rules':[{'apiGroups':[''],'apiVersions':['v1'],'operations':['CREATE'],'resources':['pods']}]}]}
        """;
    var set = Scene.set(webhook);
    scene.sync(set);
    scene.api().forgetRequests();
    assertEquals(Map.of(Action.UNCHANGED, 1), scene.plan(set).counts());
    scene.sync(set);
    assertEquals(List.of(), scene.api().writes());
  }

  @Test
  void whatLeftTheSetIsDeleted() {
    scene.sync(Scene.set(NAMESPACE, config("a", "1"), config("b", "1")));
    scene.api().put(config("mine", "1"));
    SyncReport report = scene.sync(Scene.set(NAMESPACE, config("a", "1")));
    assertTrue(report.isComplete());
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/b"));
    assertTrue(scene.isThere("v1", "ConfigMap", "shop/a"));
    assertTrue(scene.isThere("v1", "ConfigMap", "shop/mine"));
  }

  @Test
  void aLostRenderDeletesNothing() {
    List<String> all = new ArrayList<>(List.of(NAMESPACE));
    IntStream.range(0, 49).forEach(i -> all.add(config("c" + i, "1")));
    scene.sync(Scene.set("shop", all));
    String before = scene.api().everything();
    for (List<String> left : List.of(List.<String>of(), all.subList(0, 10))) {
      var set = Scene.set("shop", left);
      SyncReport report = scene.sync(set);
      assertFalse(report.isComplete());
      assertEquals(List.of(), report.deletions());
      String told = SyncText.render("shop", report);
      assertTrue(told.contains("--allow "), told);
      assertTrue(told.contains(Scene.COMMIT), told);
    }
    assertEquals(before, scene.api().everything());

    scene.allowing("share");
    assertTrue(scene.sync(Scene.set("shop", all.subList(0, 10))).isComplete());
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/c30"));
    assertTrue(scene.isThere("v1", "ConfigMap", "shop/c3"));
  }

  @Test
  void aNamespaceThatLeftTheSetIsKeptAndTold() {
    scene.sync(Scene.set(NAMESPACE, config("a", "1")));
    SyncReport report = scene.sync(Scene.set(config("a", "1")));
    assertTrue(scene.isThere("v1", "Namespace", "shop"));
    assertFalse(
        scene
            .api()
            .live("v1", "Namespace", "shop")
            .orElseThrow()
            .path("metadata")
            .has("deletionTimestamp"));
    assertTrue(PlanText.render(scene.plan(Scene.set(config("a", "1")))).contains("Namespace shop"));
    assertEquals(List.of(), report.deletions());
  }

  @Test
  void aCopiedLabelIsNoReasonToDelete() {
    scene.sync(Scene.set(NAMESPACE, config("a", "1"), config("b", "1")));
    ObjectNode live = scene.api().live("v1", "ConfigMap", "shop/b").orElseThrow();
    String label = live.path("metadata").path("labels").toString();
    scene
        .api()
        .put(
            "operator",
            "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'child','namespace':'shop','labels':%s}}"
                .formatted(label));
    scene.sync(Scene.set(NAMESPACE, config("a", "1")));
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/b"));
    assertTrue(scene.isThere("v1", "ConfigMap", "shop/child"));
  }

  @Test
  void anObjectThatMovesBetweenSetsStaysTheSame() {
    for (boolean newFirst : List.of(true, false)) {
      String name = newFirst ? "x" : "y";
      var oldWith =
          Scene.set("old" + name, List.of(NAMESPACE, config(name, "1"), config("k" + name, "1")));
      var oldWithout = Scene.set("old" + name, List.of(NAMESPACE, config("k" + name, "1")));
      var newWith = Scene.set("new" + name, List.of(config(name, "1")));
      scene.forcing();
      scene.sync(oldWith);
      String uid = scene.uid("v1", "ConfigMap", "shop/" + name);
      if (newFirst) {
        scene.sync(newWith);
        assertTrue(scene.sync(oldWithout).isComplete());
        assertEquals(uid, scene.uid("v1", "ConfigMap", "shop/" + name));
      } else {
        // Whoever gives up an object first cannot know that another set is about to want it.
        scene.sync(newWith);
        scene.sync(oldWithout);
        assertEquals(uid, scene.uid("v1", "ConfigMap", "shop/" + name));
      }
    }
  }

  @Test
  void aDeniedDeletionIsTriedAgain() {
    scene.sync(
        Scene.set(
            NAMESPACE, config("a", "1"), config("b", "1"), config("c", "1"), config("d", "1")));
    scene
        .api()
        .failing(
            request ->
                request.method().equals("DELETE")
                    ? Optional.of(new Fault.Answered(403, Optional.empty(), "denied by policy"))
                    : Optional.empty());
    var left = Scene.set(NAMESPACE, config("a", "1"));
    SyncReport denied = scene.sync(left);
    assertFalse(denied.isComplete());
    assertEquals(3, denied.deletions().size());
    assertTrue(denied.deletions().stream().noneMatch(deletion -> deletion.gone()));
    scene.api().failing(request -> Optional.empty());
    SyncReport again = scene.sync(left);
    assertTrue(again.isComplete());
    assertEquals(3, again.deletions().size());
  }

  @Test
  void aFinalizerHoldsUpOneObjectOnly() {
    scene.sync(Scene.set(NAMESPACE, config("a", "1"), config("b", "1"), config("c", "1")));
    scene
        .api()
        .change(
            "operator",
            "v1",
            "ConfigMap",
            "shop/b",
            object ->
                object.withObjectProperty("metadata").putArray("finalizers").add("example.com/x"));
    var left = Scene.set(NAMESPACE, config("a", "1"));
    assertFalse(scene.sync(left).isComplete());
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/c"));
    assertTrue(scene.isThere("v1", "ConfigMap", "shop/b"));
    scene.api().forgetRequests();
    scene.sync(left);
    assertTrue(
        scene.api().writes().stream().noneMatch(request -> request.method().equals("DELETE")),
        "it is being deleted already");
    assertTrue(PlanText.render(scene.plan(left)).contains("example.com/x"));
  }

  @Test
  void anAutoscalersReplicasStay() {
    String hpa =
        """
        {'apiVersion':'autoscaling/v2','kind':'HorizontalPodAutoscaler',
         'metadata':{'name':'web','namespace':'shop'},
         'spec':{'maxReplicas':9,'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'}}}
        """;
    var with = Scene.set(NAMESPACE, deployment("'replicas':2,"), hpa);
    scene.sync(with);
    assertEquals(2, replicas());
    scene.sync(Scene.set(NAMESPACE, deployment("'replicas':2,"), hpa));
    assertEquals(2, replicas(), "nobody has scaled it yet");
    scene
        .api()
        .change(
            "autoscaler",
            "scale",
            "apps/v1",
            "Deployment",
            "shop/web",
            object -> object.withObjectProperty("spec").put("replicas", 7));
    assertTrue(scene.sync(with).isComplete());
    assertEquals(7, replicas());
    assertTrue(scene.sync(Scene.set(NAMESPACE, deployment(""), hpa)).isComplete());
    assertEquals(7, replicas());
  }

  private int replicas() {
    return scene
        .api()
        .live("apps/v1", "Deployment", "shop/web")
        .orElseThrow()
        .path("spec")
        .path("replicas")
        .asInt();
  }

  @Test
  void whatKubectlAppliedIsTakenOver() {
    scene.sync(Scene.set(NAMESPACE));
    scene
        .api()
        .put(
            "kubectl-client-side-apply",
            "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'old','namespace':'shop'},'data':{'a':'1','b':'2'}}");
    var set = Scene.set(NAMESPACE, config("old", "9"));
    String plan = PlanText.render(scene.plan(set));
    assertTrue(plan.contains("~ /data/a: \"1\" -> \"9\""), plan);
    assertTrue(plan.contains("- /data/b: \"2\""), plan);
    assertTrue(scene.sync(set).isComplete());
    assertEquals(
        "{\"a\":\"9\"}",
        scene.api().live("v1", "ConfigMap", "shop/old").orElseThrow().path("data").toString());
    assertEquals(Map.of(Action.UNCHANGED, 2), scene.plan(set).counts());
  }

  @Test
  void aConflictIsToldAndHoldsUpNothingElse() {
    scene.sync(Scene.set(NAMESPACE, config("a", "1"), config("gone", "1")));
    scene.api().apply("other-tool", config("theirs", "5"));
    var set = Scene.set(NAMESPACE, config("a", "2"), config("theirs", "6"));
    String plan = PlanText.render(scene.plan(set));
    assertTrue(plan.contains("other-tool owns .data.a"), plan);
    SyncReport report = scene.sync(set);
    assertFalse(report.isComplete());
    assertEquals(
        "2",
        scene
            .api()
            .live("v1", "ConfigMap", "shop/a")
            .orElseThrow()
            .path("data")
            .path("a")
            .asText());
    assertEquals(
        "5",
        scene
            .api()
            .live("v1", "ConfigMap", "shop/theirs")
            .orElseThrow()
            .path("data")
            .path("a")
            .asText());
    assertTrue(scene.isThere("v1", "ConfigMap", "shop/gone"), "nothing is deleted by halves");
    scene.forcing();
    assertTrue(scene.sync(set).isComplete());
    assertEquals(
        "6",
        scene
            .api()
            .live("v1", "ConfigMap", "shop/theirs")
            .orElseThrow()
            .path("data")
            .path("a")
            .asText());
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/gone"));
  }

  @Test
  void onlyWhatCannotBeChangedIsMadeAnew() {
    scene.recreating();
    scene.sync(Scene.set(NAMESPACE, deployment("")));
    String uid = scene.uid("apps/v1", "Deployment", "shop/web");
    String wrong = deployment("'minReadySeconds':-1,");
    assertFalse(scene.sync(Scene.set(NAMESPACE, wrong)).isComplete());
    assertEquals(uid, scene.uid("apps/v1", "Deployment", "shop/web"), "wrong is not immutable");
    String moved = deployment("").replace("{'app':'web'}", "{'app':'shop'}");
    assertTrue(scene.sync(Scene.set(NAMESPACE, moved)).isComplete());
    assertFalse(uid.equals(scene.uid("apps/v1", "Deployment", "shop/web")));
  }

  @Test
  void aDefinitionAndItsObjectsComeInOneSync() {
    String definition =
        """
        {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
         'metadata':{'name':'widgets.example.com'},
         'spec':{'group':'example.com','scope':'Namespaced',
          'names':{'plural':'widgets','singular':'widget','kind':'Widget','listKind':'WidgetList'},
          'versions':[{'name':'v1','served':true,'storage':true,'schema':{'openAPIV3Schema':
           {'type':'object','properties':{'spec':{'type':'object','x-kubernetes-preserve-unknown-fields':true}}}}}]}}
        """;
    String widget =
        "{'apiVersion':'example.com/v1','kind':'Widget','metadata':{'name':'w','namespace':'shop'},'spec':{'free':{'form':%s}}}";
    var set = Scene.set(definition, NAMESPACE, widget.formatted("1"));
    String plan = PlanText.render(scene.plan(set));
    assertTrue(plan.contains("? waiting Widget shop/w"), plan);
    assertTrue(scene.sync(set).isComplete());
    assertEquals(Map.of(Action.UNCHANGED, 3), scene.plan(set).counts());
    var changed = Scene.set(definition, NAMESPACE, widget.formatted("2"));
    assertEquals(Map.of(Action.UNCHANGED, 2, Action.CHANGE, 1), scene.plan(changed).counts());
  }

  @Test
  void noByteOfASecretIsShown() {
    String canary = "canary-4711";
    scene.sync(Scene.set(NAMESPACE));
    String secret =
        "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','namespace':'shop'},'data':{'p':'%s'}}";
    String value = Base64.getEncoder().encodeToString(canary.getBytes(StandardCharsets.UTF_8));
    String old = Base64.getEncoder().encodeToString("canary-0815".getBytes(StandardCharsets.UTF_8));
    scene.api().put("kubectl-client-side-apply", secret.formatted(old));
    Plan plan = scene.plan(Scene.set(NAMESPACE, secret.formatted(value)));
    String shown = PlanText.render(plan) + PlanFile.write(plan);
    assertTrue(shown.contains("/data/p: (hidden) -> (hidden)"), shown);
    String invalid = secret.replace("'%s'", "17").replace("'data'", "'stringData'");
    SyncReport report =
        scene.sync(Scene.set(NAMESPACE, invalid, config("a", canary.substring(0, 6))));
    assertFalse(report.isComplete());
    shown += SyncText.render("shop", report);
    for (String leak : List.of(canary, value, old, "canary-0815")) {
      assertFalse(shown.contains(leak), shown);
    }
  }

  @Test
  void aBusyOrBrokenServerIsAskedAgain() {
    AtomicInteger count = new AtomicInteger();
    scene
        .api()
        .failing(
            request -> {
              int turn = count.incrementAndGet() % 5;
              return switch (turn) {
                case 1 -> Optional.of(new Fault.Answered(429, Optional.of(0), "too many requests"));
                case 2 -> Optional.of(Fault.answered(503));
                case 3 -> Optional.of(new Fault.Dropped(true));
                default -> Optional.empty();
              };
            });
    scene.retrying(12);
    assertTrue(scene.sync(Scene.set(NAMESPACE, config("a", "1"), deployment(""))).isComplete());
    assertTrue(scene.isThere("apps/v1", "Deployment", "shop/web"));
  }

  @Test
  void aSyncEndsWhenAllWorks() {
    scene.waiting(
        () ->
            status(
                "'observedGeneration':1,'replicas':1,'updatedReplicas':1,'readyReplicas':1,'availableReplicas':1,'conditions':[{'type':'Available','status':'True'},{'type':'Progressing','status':'True','reason':'NewReplicaSetAvailable'}]"));
    SyncReport report = scene.sync(Scene.set(NAMESPACE, deployment("")));
    assertTrue(report.isComplete());
    assertEquals("shop: 2 created, 2 Current\n", SyncText.render("shop", report));
  }

  @Test
  void whatDoesNotWorkIsExplained() {
    scene.waiting(
        () ->
            status(
                "'observedGeneration':1,'conditions':[{'type':'Progressing','status':'False','reason':'ProgressDeadlineExceeded','message':'timed out'}]"));
    SyncReport report = scene.sync(Scene.set(NAMESPACE, deployment("")));
    assertFalse(report.isComplete());
    String told = SyncText.render("shop", report);
    assertTrue(told.contains("Deployment shop/web: Failed, ProgressDeadlineExceeded"), told);
    assertTrue(told.endsWith("shop: 2 created, 1 Current, 1 Failed\n"), told);
  }

  private void status(String fields) {
    scene
        .api()
        .change(
            "controller",
            "status",
            "apps/v1",
            "Deployment",
            "shop/web",
            object -> object.set("status", Json.object("{" + fields + "}")));
  }

  @Test
  void whatDependsOnAnotherWaitsUntilThatWorks() {
    String late =
        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'late','namespace':'shop','annotations':{'config.kubernetes.io/depends-on':'apps/namespaces/shop/Deployment/web'}}}";
    var set = Scene.set(NAMESPACE, deployment(""), late);
    SyncReport report = scene.sync(set);
    assertFalse(report.isComplete());
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/late"));
    assertTrue(
        SyncText.render("shop", report)
            .contains("skipped ConfigMap shop/late: it depends on Deployment shop/web"));
    status(
        "'observedGeneration':1,'replicas':1,'updatedReplicas':1,'readyReplicas':1,'availableReplicas':1,'conditions':[{'type':'Available','status':'True'},{'type':'Progressing','status':'True','reason':'NewReplicaSetAvailable'}]");
    assertTrue(scene.sync(set).isComplete());
  }

  @Test
  void whateverIsDrawnInACircleIsTold() {
    String a =
        config("a", "1")
            .replace(
                "'shop'}",
                "'shop','annotations':{'config.kubernetes.io/depends-on':'/namespaces/shop/ConfigMap/b'}}");
    String b =
        config("b", "1")
            .replace(
                "'shop'}",
                "'shop','annotations':{'config.kubernetes.io/depends-on':'/namespaces/shop/ConfigMap/a'}}");
    var set = Scene.set(NAMESPACE, a, b, config("c", "1"));
    SyncReport report = scene.sync(set);
    assertFalse(report.isComplete());
    assertTrue(scene.isThere("v1", "ConfigMap", "shop/c"));
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/a"));
    assertTrue(SyncText.render("shop", report).contains("it depends on itself"));
  }

  @Test
  void twoSyncsAtOnceLoseNothing() throws Exception {
    var one = Scene.set(NAMESPACE, config("a", "1"), config("b", "1"));
    var threads = Executors.newFixedThreadPool(2);
    try (Scene other = scene.beside()) {
      scene.sync(Scene.set(NAMESPACE));
      var first = threads.submit(() -> scene.sync(one));
      var second = threads.submit(() -> other.sync(one));
      assertTrue(first.get().isComplete());
      assertTrue(second.get().isComplete());
    } finally {
      threads.shutdownNow();
    }
    assertEquals(Map.of(Action.UNCHANGED, 3), scene.plan(one).counts());
    assertTrue(scene.sync(Scene.set(NAMESPACE, config("a", "1"))).isComplete());
    assertFalse(scene.isThere("v1", "ConfigMap", "shop/b"), "both knew of it");
  }

  @Test
  void anObjectThatTookAnothersPlaceIsNotChanged() {
    scene.sync(Scene.set(NAMESPACE, config("a", "1")));
    var set = Scene.set(NAMESPACE, config("a", "2"));
    scene
        .api()
        .failing(
            request -> {
              if (request.isWrite() && request.name().equals("a")) {
                scene.api().delete("v1", "ConfigMap", "shop/a");
                scene.api().put("somebody", config("a", "9"));
              }
              return Optional.empty();
            });
    assertFalse(scene.sync(set).isComplete());
    assertEquals(
        "9",
        scene
            .api()
            .live("v1", "ConfigMap", "shop/a")
            .orElseThrow()
            .path("data")
            .path("a")
            .asText());
  }

  @Test
  void anInventoryThatSomebodyChangedDeletesNothing() {
    scene.sync(Scene.set(NAMESPACE, config("a", "1"), config("b", "1")));
    scene
        .api()
        .change(
            "somebody",
            "v1",
            "ConfigMap",
            "strake-system/strake-set-shop",
            object -> object.withObjectProperty("data").put("entries", ""));
    SyncReport report = scene.sync(Scene.set(NAMESPACE, config("a", "1")));
    assertFalse(report.isComplete());
    assertTrue(scene.isThere("v1", "ConfigMap", "shop/b"));
  }

  @Test
  void nodesArePatchedAndNeverMade() {
    String node =
        "{'apiVersion':'v1','kind':'Node','metadata':{'name':'n1','labels':{'rack':'r1'}}}";
    SyncReport report = scene.sync(Scene.set(node));
    assertFalse(report.isComplete());
    assertFalse(scene.isThere("v1", "Node", "n1"));
    assertTrue(
        SyncText.render("shop", report).contains("pending Node n1: the node has not joined"));
    scene
        .api()
        .put(
            "kubelet",
            "{'apiVersion':'v1','kind':'Node','metadata':{'name':'n1','labels':{'own':'x'}}}");
    assertTrue(scene.sync(Scene.set(node)).isComplete());
    assertEquals(
        "{\"own\":\"x\",\"rack\":\"r1\"}",
        scene
            .api()
            .live("v1", "Node", "n1")
            .orElseThrow()
            .path("metadata")
            .path("labels")
            .toString());
    assertTrue(scene.sync(Scene.set(NAMESPACE)).isComplete());
    assertTrue(scene.isThere("v1", "Node", "n1"), "never pruned");
  }

  @Test
  void aNodesTaintsArePutAmongThoseThatTheNodeControllerHasSet() {
    scene
        .api()
        .put(
            "kubelet",
            "{'apiVersion':'v1','kind':'Node','metadata':{'name':'n1'},'spec':{'taints':[{'key':'node.kubernetes.io/not-ready','effect':'NoSchedule'},{'key':'gpu','value':'old','effect':'NoSchedule'}]}}");
    var set =
        Scene.set(
            "{'apiVersion':'v1','kind':'Node','metadata':{'name':'n1'},'spec':{'taints':[{'key':'gpu','value':'new','effect':'NoSchedule'},{'key':'edge','effect':'NoExecute'}]}}");
    String plan = PlanText.render(scene.plan(set));
    assertTrue(plan.contains("~ /spec/taints[key=gpu]/value: \"old\" -> \"new\""), plan);
    assertTrue(scene.sync(set).isComplete());
    assertEquals(
        "[{\"key\":\"node.kubernetes.io/not-ready\",\"effect\":\"NoSchedule\"},{\"key\":\"gpu\",\"value\":\"new\",\"effect\":\"NoSchedule\"},{\"key\":\"edge\",\"effect\":\"NoExecute\"}]",
        scene.api().live("v1", "Node", "n1").orElseThrow().path("spec").path("taints").toString());
    assertEquals(Map.of(Action.UNCHANGED, 1), scene.plan(set).counts());
  }

  @Test
  void whereverASyncDiesTheNextOneGoesOn() {
    var before = Scene.set(NAMESPACE, config("a", "1"), config("b", "1"), config("gone", "1"));
    var after =
        Scene.set(
            NAMESPACE, config("a", "2"), config("new", "1"), deployment(""), config("b", "1"));
    int writes = 0;
    for (int deadly = 1; deadly < 40; deadly++) {
      try (Scene each = new Scene(folder)) {
        each.sync(before);
        AtomicInteger left = new AtomicInteger(deadly);
        each.api()
            .failing(
                request ->
                    request.isWrite() && left.decrementAndGet() <= 0
                        ? Optional.of(new Fault.Dropped(false))
                        : Optional.empty());
        each.retrying(1);
        boolean died = false;
        try {
          died = !each.sync(after).isComplete();
        } catch (ClusterUnreachable e) {
          died = true;
        }
        each.api().failing(request -> Optional.empty());
        assertTrue(each.sync(after).isComplete(), "after dying before write " + deadly);
        assertFalse(each.isThere("v1", "ConfigMap", "shop/gone"), "orphan after " + deadly);
        assertTrue(each.isThere("v1", "ConfigMap", "shop/new"));
        assertEquals(Map.of(Action.UNCHANGED, 5), each.plan(after).counts());
        if (!died) {
          writes = deadly - 1;
          break;
        }
      }
    }
    assertTrue(writes >= 6, "it died before each of its writes: " + writes);
  }
}
