package dev.strake.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.plan.Action;
import dev.strake.sync.standin.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sync that dies before each of its writes, and one that dies behind each, its answer lost: from
 * that moment on not one request more. The next one brings all to its end, leaves no orphan and
 * deletes nothing that it should not.
 */
final class SyncCrashTest {

  private static final String NAMESPACE =
      "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}";

  @TempDir private Path folder;

  /**
   * A sync to be killed.
   *
   * @param before what was synced before, and what is put there by others
   * @param wanted what is synced
   * @param writes at least so many, so that a test of nothing is noticed
   */
  record Scenario(String name, Before before, DesiredSet wanted, int writes) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** How the cluster comes to be as it is. */
  interface Before {
    void prepare(Scene scene);
  }

  private static String config(String name, String value) {
    return "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'%s','namespace':'shop'},'data':{'a':'%s'}}"
        .formatted(name, value);
  }

  private static String deployment(String app) {
    return """
        {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop'},
         'spec':{'selector':{'matchLabels':{'app':'%s'}},
          'template':{'metadata':{'labels':{'app':'%s'}},
           'spec':{'containers':[{'name':'web','image':'example.com/web:1'}]}}}}
        """
        .formatted(app, app);
  }

  private static final String DEFINITION =
      """
      {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
       'metadata':{'name':'widgets.example.com'},
       'spec':{'group':'example.com','scope':'Namespaced',
        'names':{'plural':'widgets','singular':'widget','kind':'Widget','listKind':'WidgetList'},
        'versions':[{'name':'v1','served':true,'storage':true,'schema':{'openAPIV3Schema':
         {'type':'object','x-kubernetes-preserve-unknown-fields':true}}}]}}
      """;

  private static final String WIDGET =
      "{'apiVersion':'example.com/v1','kind':'Widget','metadata':{'name':'w','namespace':'shop'},'spec':{'a':1}}";

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "create",
            scene -> {},
            Scene.set(DEFINITION, NAMESPACE, WIDGET, config("a", "1"), deployment("web")),
            8),
        new Scenario(
            "change",
            scene ->
                scene.sync(
                    Scene.set(NAMESPACE, config("a", "1"), config("b", "1"), deployment("web"))),
            Scene.set(
                NAMESPACE,
                config("a", "2"),
                config("b", "2"),
                deployment("web").replace("web:1", "web:2")),
            4),
        new Scenario(
            "prune",
            scene -> {
              scene.sync(
                  Scene.set(
                      NAMESPACE,
                      config("a", "1"),
                      config("x", "1"),
                      config("y", "1"),
                      config("z", "1")));
              scene.api().put(config("mine", "1"));
            },
            Scene.set(NAMESPACE, config("a", "1")),
            4),
        new Scenario(
            "change, create and prune",
            scene -> scene.sync(Scene.set(NAMESPACE, config("a", "1"), config("x", "1"))),
            Scene.set(NAMESPACE, config("a", "2"), config("new", "1")),
            5),
        new Scenario(
            "takeover",
            scene -> {
              scene.api().put(NAMESPACE);
              for (String name : List.of("a", "b")) {
                scene
                    .api()
                    .put(
                        "kubectl-client-side-apply",
                        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'%s','namespace':'shop','annotations':{'kubectl.kubernetes.io/last-applied-configuration':'x'}},'data':{'a':'1','left':'2'}}"
                            .formatted(name));
              }
            },
            Scene.set(NAMESPACE, config("a", "2"), config("b", "1")),
            8),
        new Scenario(
            "recreate",
            scene -> scene.sync(Scene.set(NAMESPACE, deployment("web"), config("a", "1"))),
            Scene.set(NAMESPACE, deployment("shop"), config("a", "1")),
            2));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void whereverItDiesTheNextOneEndsIt(Scenario scenario) {
    for (boolean behind : List.of(false, true)) {
      int writes = 0;
      boolean died = true;
      while (died) {
        died = dieAndGoOn(scenario, writes + 1, behind);
        writes += died ? 1 : 0;
      }
      assertTrue(writes >= scenario.writes(), scenario + " died before " + writes + " writes only");
    }
  }

  /** Whether it did die. */
  private boolean dieAndGoOn(Scenario scenario, int write, boolean behind) {
    String place = scenario + (behind ? ", behind write " : ", before write ") + write;
    try (Scene scene = new Scene(folder).recreating()) {
      scenario.before().prepare(scene);
      AtomicInteger left = new AtomicInteger(write);
      AtomicBoolean dead = new AtomicBoolean();
      scene
          .api()
          .failing(
              request -> {
                boolean last = request.isWrite() && left.decrementAndGet() == 0;
                boolean before = dead.get();
                if (last) {
                  dead.set(true);
                }
                return before || last
                    ? Optional.of(new Fault.Dropped(behind && last))
                    : Optional.empty();
              });
      scene.retrying(1);
      try {
        scene.sync(scenario.wanted());
      } catch (ClusterUnreachable e) {
        assertTrue(dead.get(), place);
      }
      scene.api().failing(request -> Optional.empty());
      SyncReport report = scene.sync(scenario.wanted());
      assertTrue(report.isComplete(), () -> place + ": " + SyncText.render("shop", report));
      assertExactlyAsWanted(scene, scenario.wanted(), place);
      return dead.get();
    }
  }

  private static void assertExactlyAsWanted(Scene scene, DesiredSet wanted, String place) {
    assertEquals(
        Map.of(Action.UNCHANGED, wanted.objects().size()), scene.plan(wanted).counts(), place);
    List<String> there = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    wanted.objects().forEach(object -> expected.add(object.identity().name()));
    for (String name : List.of("a", "b", "x", "y", "z", "new")) {
      if (scene.isThere("v1", "ConfigMap", "shop/" + name)) {
        there.add(name);
      }
    }
    assertEquals(
        expected.stream()
            .filter(List.of("a", "b", "x", "y", "z", "new")::contains)
            .sorted()
            .toList(),
        there.stream().sorted().toList(),
        place);
    scene
        .api()
        .live("v1", "ConfigMap", "shop/a")
        .ifPresent(
            live -> assertTrue(live.at("/data/left").isMissingNode(), () -> place + ": " + live));
    if (place.startsWith("prune")) {
      assertTrue(scene.isThere("v1", "ConfigMap", "shop/mine"), place);
    }
  }

  /**
   * A set gets another name: the new one takes all objects, and the old one is emptied, both of
   * them dying wherever they can. Not one object is made anew.
   */
  @ParameterizedTest
  @MethodSource("sides")
  void aSetThatIsRenamedKeepsItsObjects(boolean behind) {
    List<String> objects = List.of(NAMESPACE, config("a", "1"), config("b", "1"), config("c", "1"));
    DesiredSet old = Scene.set("old", objects);
    DesiredSet renamed = Scene.set("new", objects);
    int writes = 0;
    boolean died = true;
    while (died) {
      try (Scene scene = new Scene(folder)) {
        scene.sync(old);
        List<String> uids = uids(scene);
        AtomicInteger left = new AtomicInteger(writes + 1);
        AtomicBoolean dead = new AtomicBoolean();
        scene
            .api()
            .failing(
                request -> {
                  boolean last = request.isWrite() && left.decrementAndGet() == 0;
                  boolean before = dead.get();
                  if (last) {
                    dead.set(true);
                  }
                  return before || last
                      ? Optional.of(new Fault.Dropped(behind && last))
                      : Optional.empty();
                });
        scene.retrying(1);
        try {
          scene.sync(renamed);
        } catch (ClusterUnreachable e) {
          assertTrue(dead.get());
        }
        scene.api().failing(request -> Optional.empty());
        // The guard lets nobody empty the old one by mistake while the new one is half there.
        scene.sync(Scene.set("old", List.of()));
        assertEquals(uids, uids(scene), "write " + writes);
        assertTrue(scene.sync(renamed).isComplete());
        assertTrue(scene.sync(Scene.set("old", List.of())).isComplete());
        assertEquals(uids, uids(scene), "write " + writes);
        assertEquals(Map.of(Action.UNCHANGED, 4), scene.plan(renamed).counts());
        assertEquals(Map.of(), scene.plan(Scene.set("old", List.of())).counts());
        died = dead.get();
        writes += died ? 1 : 0;
      }
    }
    assertTrue(writes >= 5, "it died before " + writes + " writes only");
  }

  static List<Boolean> sides() {
    return List.of(false, true);
  }

  private static List<String> uids(Scene scene) {
    List<String> uids = new ArrayList<>();
    uids.add(scene.uid("v1", "Namespace", "shop"));
    for (String name : List.of("a", "b", "c")) {
      uids.add(scene.uid("v1", "ConfigMap", "shop/" + name));
    }
    return uids;
  }
}
