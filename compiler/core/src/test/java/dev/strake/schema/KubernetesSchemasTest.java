package dev.strake.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KubernetesSchemasTest {

  private static final KubernetesSchemas NEWEST = KubernetesSchemas.newest();

  @Test
  void versionsAreFoundByMinorOrPatch() {
    assertSame(NEWEST, KubernetesSchemas.forVersion("1.36").orElseThrow());
    assertSame(NEWEST, KubernetesSchemas.forVersion("v1.36.2").orElseThrow());
    assertEquals(Optional.empty(), KubernetesSchemas.forVersion("1.29"));
    assertEquals(Optional.empty(), KubernetesSchemas.forVersion("1.3"));
    assertEquals(Optional.empty(), KubernetesSchemas.forVersion(""));
  }

  @Test
  void aKindKnowsItsPlaceInTheApi() {
    KindSchema deployment = NEWEST.find("apps/v1", "Deployment").orElseThrow();

    assertEquals("deployments", deployment.plural());
    assertTrue(deployment.namespaced());
    assertEquals(List.of("deploy"), deployment.shortNames());
    assertEquals("apps/v1", deployment.apiVersion());
    assertFalse(NEWEST.find("v1", "Namespace").orElseThrow().namespaced());
    assertTrue(NEWEST.find("apps/v1", "DeploymentList").isPresent());
    assertTrue(NEWEST.isKnownGroup(""));
    assertTrue(NEWEST.isKnownGroup("apps"));
    assertFalse(NEWEST.isKnownGroup("example.com"));
  }

  @Test
  void kindsOfTheSameNameAreToldApart() {
    assertTrue(type("v1", "Event").field("involvedObject").isPresent());
    assertTrue(type("events.k8s.io/v1", "Event").field("regarding").isPresent());
  }

  @Test
  void fieldsHaveTypesAndFacts() {
    ObjectType container = element(spec("v1", "Pod"), "containers");

    assertEquals(SimpleType.STRING, field(container, "name").type());
    assertTrue(field(container, "name").required());
    assertTrue(field(container, "image").required(), "only validation knows");
    assertFalse(field(container, "command").required());
    assertEquals(
        List.of("Always", "IfNotPresent", "Never"), field(container, "imagePullPolicy").values());
    FieldSchema ports = field(container, "ports");
    assertEquals("map", ports.listType());
    assertEquals(List.of("containerPort", "protocol"), ports.keys());
    assertEquals("containerPort", ports.mergeKey());
    assertEquals(SimpleType.INT32, field(element(container, "ports"), "hostPort").type());
    assertEquals(
        "\"TCP\"", field(element(spec("v1", "Service"), "ports"), "protocol").defaultValue());
    assertTrue(field(spec("v1", "Service"), "selector").atomicMap());
    assertEquals(new MapType(SimpleType.BYTES), field(type("v1", "Secret"), "data").type());
    assertEquals(
        SimpleType.MICRO_TIME, field(spec("coordination.k8s.io/v1", "Lease"), "renewTime").type());
  }

  @Test
  void versionsDiffer() {
    KubernetesSchemas oldest = KubernetesSchemas.forVersion("1.30").orElseThrow();

    assertTrue(oldest.find("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema").isPresent());
    assertTrue(NEWEST.find("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema").isEmpty());
    assertTrue(NEWEST.find("resource.k8s.io/v1", "DeviceClass").isPresent());
    assertTrue(oldest.find("resource.k8s.io/v1", "DeviceClass").isEmpty());
    ObjectType service =
        (ObjectType) field(oldest.find("v1", "Service").orElseThrow().type(), "spec").type();
    assertEquals(List.of("PreferClose"), field(service, "trafficDistribution").values());
  }

  /** Every type of every version can be read, and every kind starts like an object. */
  @Test
  void everythingCanBeRead() {
    for (String version : KubernetesSchemas.versions()) {
      KubernetesSchemas schemas = KubernetesSchemas.forVersion(version).orElseThrow();
      Set<ObjectType> seen = new HashSet<>();
      for (KindSchema kind : schemas.kinds()) {
        assertEquals(SimpleType.STRING, field(kind.type(), "apiVersion").type(), kind.toString());
        visit(kind.type(), seen);
      }
      assertTrue(seen.size() > 500, version + " has " + seen.size() + " types");
    }
  }

  @Test
  void everyKindServedInAVersionHasALife() {
    for (String version : KubernetesSchemas.versions()) {
      KubernetesSchemas schemas = KubernetesSchemas.forVersion(version).orElseThrow();
      for (KindSchema kind : schemas.kinds()) {
        Lifecycle.known()
            .find(kind.apiVersion(), kind.kind())
            .ifPresent(
                life -> {
                  Lifecycle.Stage stage = life.in(schemas.minor());
                  assertTrue(
                      stage == Lifecycle.Stage.SERVED || stage == Lifecycle.Stage.DEPRECATED,
                      version + ": " + life);
                });
      }
    }
  }

  private static void visit(SchemaType type, Set<ObjectType> seen) {
    if (type instanceof ObjectType object && seen.add(object)) {
      object.allFields().forEach(field -> visit(field.type(), seen));
    } else if (type instanceof ListType list) {
      visit(list.element(), seen);
    } else if (type instanceof MapType map) {
      visit(map.element(), seen);
    } else if (type instanceof AlternativeType alternative) {
      visit(alternative.first(), seen);
    }
  }

  private static ObjectType type(String apiVersion, String kind) {
    return NEWEST.find(apiVersion, kind).orElseThrow().type();
  }

  private static ObjectType spec(String apiVersion, String kind) {
    return (ObjectType) field(type(apiVersion, kind), "spec").type();
  }

  private static ObjectType element(ObjectType type, String list) {
    return (ObjectType) ((ListType) field(type, list).type()).element();
  }

  private static FieldSchema field(ObjectType type, String name) {
    return type.field(name).orElseThrow();
  }
}
