package dev.strake.sync.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The stand-in's server-side apply, which all tests of syncs lean on: thousands of random writes by
 * several managers, against {@link MergeModel}; and the cases that the model leaves out, one by one
 * as Kubernetes documents them.
 */
final class MergePropertyTest {

  private static final String DEFINITION =
      """
      {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
       'metadata':{'name':'widgets.example.com'},
       'spec':{'group':'example.com','scope':'Cluster',
        'names':{'plural':'widgets','singular':'widget','kind':'Widget','listKind':'WidgetList'},
        'versions':[{'name':'v1','served':true,'storage':true,'schema':{'openAPIV3Schema':
         {'type':'object','properties':{'spec':{'type':'object','properties':{
           'a':{'type':'string'},'b':{'type':'string'},
           'map':{'type':'object','additionalProperties':{'type':'string'}},
           'whole':{'type':'object','x-kubernetes-map-type':'atomic','additionalProperties':{'type':'string'}},
           'list':{'type':'array','items':{'type':'string'}},
           'tags':{'type':'array','x-kubernetes-list-type':'set','items':{'type':'string'}},
           'ports':{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['name'],
             'items':{'type':'object','required':['name'],'properties':{
               'name':{'type':'string'},'port':{'type':'string'},'note':{'type':'string'}}}}}}}}}}]}}
      """;

  private static final List<String> MANAGERS = List.of("one", "two", "three");

  private ApiStandIn api;

  @BeforeEach
  void start() {
    api = ApiStandIn.start();
    api.put(DEFINITION);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static ObjectNode widget(String name, JsonNode spec) {
    ObjectNode object =
        Json.object("{'apiVersion':'example.com/v1','kind':'Widget','metadata':{'name':'x'}}");
    object.withObject("/metadata").put("name", name);
    object.set("spec", spec);
    return object;
  }

  private static ObjectNode random(Random random) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    for (String field : List.of("a", "b")) {
      if (random.nextBoolean()) {
        spec.put(field, value(random));
      }
    }
    for (String field : List.of("map", "whole")) {
      ObjectNode map = JsonNodeFactory.instance.objectNode();
      for (String key : List.of("x", "y", "z")) {
        if (random.nextInt(3) == 0) {
          map.put(key, value(random));
        }
      }
      if (!map.isEmpty()) {
        spec.set(field, map);
      }
    }
    for (String field : List.of("list", "tags")) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (String item : List.of("p", "q", "r")) {
        if (random.nextInt(3) == 0) {
          list.add(item);
        }
      }
      if (!list.isEmpty()) {
        spec.set(field, list);
      }
    }
    ArrayNode ports = JsonNodeFactory.instance.arrayNode();
    for (String name : List.of("http", "metrics")) {
      if (random.nextInt(3) == 0) {
        ObjectNode port = ports.addObject().put("name", name);
        if (random.nextBoolean()) {
          port.put("port", value(random));
        }
        if (random.nextBoolean()) {
          port.put("note", value(random));
        }
      }
    }
    if (!ports.isEmpty()) {
      spec.set("ports", ports);
    }
    if (spec.isEmpty()) {
      spec.put("a", value(random));
    }
    return spec;
  }

  private static String value(Random random) {
    return Integer.toString(random.nextInt(2));
  }

  /** Paths of a live object's owners, in the model's words. */
  private static Map<String, Set<String>> owners(JsonNode live) {
    Map<String, Set<String>> owners = new TreeMap<>();
    for (JsonNode entry : live.at("/metadata/managedFields")) {
      Set<String> paths = new TreeSet<>();
      entry
          .at("/fieldsV1/f:spec")
          .properties()
          .forEach(
              field -> {
                String name = field.getKey().substring(2);
                if (field.getValue().isEmpty()) {
                  paths.add(name);
                }
                field.getValue().properties().forEach(inner -> inner(name, inner, paths));
              });
      owners.put(entry.path("manager").asText() + "/" + entry.path("operation").asText(), paths);
    }
    return owners;
  }

  private static void inner(String name, Map.Entry<String, JsonNode> inner, Set<String> paths) {
    String key = inner.getKey();
    if (key.startsWith("f:")) {
      paths.add(name + "." + key.substring(2));
    } else if (key.startsWith("v:")) {
      paths.add(name + "[" + key.substring(2) + "]");
    } else if (key.startsWith("k:")) {
      String item = name + "[" + Json.parse(key.substring(2)).path("name").asText() + "]";
      inner
          .getValue()
          .properties()
          .forEach(
              leaf ->
                  paths.add(
                      leaf.getKey().equals(".") ? item : item + "." + leaf.getKey().substring(2)));
    } else {
      paths.add(name);
    }
  }

  @Test
  void everyWriteIsWhatTheModelSays() {
    int conflicts = 0;
    int forced = 0;
    int updates = 0;
    for (int seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      MergeModel model = new MergeModel();
      String name = "w" + seed;
      for (int step = 0; step < 25; step++) {
        String manager = MANAGERS.get(random.nextInt(MANAGERS.size()));
        ObjectNode spec = random(random);
        String place = "seed " + seed + " step " + step + " " + manager + " " + spec;
        JsonNode live;
        if (step > 0 && random.nextInt(5) == 0) {
          ObjectNode before = api.live("example.com/v1", "Widget", name).orElseThrow().deepCopy();
          // Items of map lists stay: who updates one field of an item owns that field only.
          JsonNode ports = before.path("spec").path("ports");
          spec.remove("ports");
          if (!ports.isMissingNode()) {
            spec.set("ports", ports);
          }
          model.update(manager + "/Update", spec);
          live =
              api.change(
                  manager, "example.com/v1", "Widget", name, object -> object.set("spec", spec));
          updates++;
        } else {
          boolean force = random.nextInt(3) == 0;
          boolean taken = model.apply(manager + "/Apply", spec, force);
          if (!taken) {
            conflicts++;
            String before = api.everything();
            assertThrows(
                ApiError.class, () -> api.apply(manager, widget(name, spec), false), place);
            assertEquals(before, api.everything(), place);
            continue;
          }
          forced += force ? 1 : 0;
          live = api.apply(manager, widget(name, spec), force);
        }
        assertEquals(model.values(), MergeModel.leaves(live.path("spec")), place);
        assertEquals(model.owners(), owners(live), place);
      }
    }
    assertTrue(conflicts > 200 && forced > 200 && updates > 200, conflicts + " " + forced);
  }

  /** A dry run answers what the write would, and keeps nothing. */
  @Test
  void aDryRunSaysWhatTheWriteDoes() {
    ServedType type =
        new ServedTypes(() -> List.<JsonNode>of(Json.object(DEFINITION)).stream())
            .ofKind("example.com/v1", "Widget")
            .orElseThrow();
    ObjectStore store = new ObjectStore();
    Random random = new Random(5);
    for (int step = 0; step < 200; step++) {
      ObjectNode object = widget("w", random(random));
      String manager = MANAGERS.get(random.nextInt(3));
      String before = store.everything().toString();
      ObjectNode dry = store.apply(type, object.deepCopy(), manager, true, true);
      assertEquals(before, store.everything().toString());
      ObjectNode done = store.apply(type, object.deepCopy(), manager, true, false);
      for (ObjectNode each : List.of(dry, done)) {
        each.withObject("/metadata").remove(List.of("resourceVersion", "uid"));
      }
      assertEquals(dry, done);
      String after = store.everything().toString();
      store.apply(type, object.deepCopy(), manager, true, false);
      assertEquals(after, store.everything().toString(), "the same again changes no version");
    }
  }

  private ObjectNode deployment(String manager, String containers) {
    return api.apply(
        manager,
        Json.object(
            """
            {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'default'},
             'spec':{'selector':{'matchLabels':{'app':'web'}},
              'template':{'metadata':{'labels':{'app':'web'}},'spec':{'containers':%s}}}}
            """
                .formatted(containers)),
        false);
  }

  /**
   * Ports of a container have two keys, of which one has a default.
   *
   * @see <a href="https://github.com/kubernetes-sigs/structured-merge-diff/pull/172">defaulted
   *     keys</a>
   */
  @Test
  void aKeyThatIsLeftOutIsItsDefault() {
    deployment("one", "[{'name':'web','image':'a','ports':[{'containerPort':80}]}]");
    ObjectNode live =
        deployment(
            "two",
            "[{'name':'web','image':'a','ports':[{'containerPort':80,'protocol':'TCP'},{'containerPort':80,'protocol':'UDP'}]}]");
    JsonNode ports = live.at("/spec/template/spec/containers/0/ports");
    assertEquals(2, ports.size(), ports.toString());
    assertEquals("TCP", ports.path(0).path("protocol").asText());
  }

  /** Each of two who applied an item by its keys keeps it there. */
  @Test
  void anItemStaysAsLongAsSomebodyAppliesIt() {
    deployment("one", "[{'name':'web','image':'a'},{'name':'side','image':'b'}]");
    deployment("two", "[{'name':'web','image':'a'},{'name':'side','image':'b'}]");
    deployment("one", "[{'name':'web','image':'a'}]");
    ObjectNode live = deployment("one", "[{'name':'web','image':'a'}]");
    assertEquals(2, live.at("/spec/template/spec/containers").size());
    ObjectNode last = deployment("two", "[{'name':'web','image':'a'}]");
    assertEquals(1, last.at("/spec/template/spec/containers").size());
  }

  /** What is dropped, and what its only owner drops, falls back to the default. */
  @Test
  void aFieldThatItsOnlyOwnerDropsFallsBackToItsDefault() {
    String manifest =
        "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'default'},'spec':{%s'selector':{'matchLabels':{'app':'web'}},'template':{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'web','image':'a'}]}}}}";
    api.apply("one", manifest.formatted("'replicas':5,"));
    ObjectNode live = api.apply("one", manifest.formatted(""));
    assertEquals(1, live.at("/spec/replicas").asInt());
  }

  /** The selector of a Service is atomic: one who applies a part of it replaces all of it. */
  @Test
  void anAtomicMapIsOneValue() {
    String service =
        "{'apiVersion':'v1','kind':'Service','metadata':{'name':'s','namespace':'default'},'spec':{'ports':[{'port':80}],'selector':%s}}";
    api.apply("one", service.formatted("{'app':'web','tier':'front'}"));
    assertThrows(ApiError.class, () -> api.apply("two", service.formatted("{'app':'web'}")));
    ObjectNode live = api.apply("two", Json.object(service.formatted("{'app':'web'}")), true);
    assertEquals("{\"app\":\"web\"}", live.at("/spec/selector").toString());
  }

  /** A write that is bound to another version, or to another object, is refused. */
  @Test
  void aBoundApplyIsRefusedOverAnythingElse() {
    ObjectNode live = api.apply("one", widget("w", Json.object("{'a':'1'}")), false);
    ObjectNode bound = widget("w", Json.object("{'a':'2'}"));
    bound
        .withObject("/metadata")
        .put("resourceVersion", live.at("/metadata/resourceVersion").asText())
        .put("uid", live.at("/metadata/uid").asText());
    api.apply("one", bound.deepCopy(), false);
    assertThrows(ApiError.class, () -> api.apply("one", bound.deepCopy(), false));
    ObjectNode other = widget("w", Json.object("{'a':'3'}"));
    other.withObject("/metadata").put("uid", "another");
    assertThrows(ApiError.class, () -> api.apply("one", other, true));
    assertFalse(api.everything().contains("\"a\":\"3\""));
  }
}
