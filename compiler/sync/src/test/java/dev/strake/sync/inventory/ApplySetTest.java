package dev.strake.sync.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other tools see of a set. The ids were computed with openssl. */
class ApplySetTest {

  private static final Tooling STRAKE = Tooling.strake("1.2.3");
  private static final ObjectIdentity PARENT = Live.SHOP.parent();

  @ParameterizedTest
  @CsvSource({
    "'', Secret, test, my-set, applyset-0eFHV8ySqp7XoShsGvyWFQD3s96yqwHmzc4e0HR1dsY-v1",
    "'', ConfigMap, strake-system, strake-set-shop, applyset-ftwAtmJxCnFzKmMKtf0tlurGpMYf7oKncpTar9OqzLc-v1",
    "example.com, Set, '', fleet, applyset-nqIy3PvrjkRzsFze6xKespYmHDIg7lrJu0MEuEK5Qfc-v1",
  })
  void theIdFollowsFromTheParent(
      String group, String kind, String namespace, String name, String id) {
    assertEquals(id, ApplySetId.of(new ObjectIdentity(group, kind, namespace, name)).value());
  }

  @Test
  void aMemberIsLabelled() {
    KubernetesObject manifest = Live.foreign(Live.object("Service", "shop", "web")).get();
    KubernetesObject member = Live.SHOP.id().label(manifest);
    assertEquals(Optional.of(Live.SHOP.id()), ApplySetId.partOf(member));
    assertEquals(Optional.empty(), ApplySetId.partOf(manifest), "the manifest stays as it was");
  }

  @Test
  void aManifestMayNotClaimASetForItself() {
    KubernetesObject manifest =
        Live.foreign(Live.object("Service", "shop", "web")).partOf(Live.SHOP.id()).get();
    assertEquals(
        Optional.of("Service shop/web has the label applyset.kubernetes.io/part-of: remove it"),
        ApplySetId.refusal(manifest));
    assertEquals(
        Optional.empty(),
        ApplySetId.refusal(Live.foreign(Live.object("Service", "shop", "web")).get()));
  }

  @Test
  void kindsAndNamespacesAreSortedAndTheParentsOwnNamespaceIsLeftOut() {
    ApplySetParent parent =
        ApplySetParent.fresh(PARENT, STRAKE)
            .grownBy(
                SetScope.of(
                    List.of(
                        Live.object("Service", "web", "a"),
                        Live.object("Deployment.apps", "shop", "a"),
                        Live.object("ConfigMap", "strake-system", "a"),
                        Live.object("ClusterRole.rbac.authorization.k8s.io", "", "a"),
                        Live.object("Service", "shop", "b"))));
    assertEquals(
        Map.of(
            "applyset.kubernetes.io/tooling",
            "strake/1.2.3",
            "applyset.kubernetes.io/contains-group-kinds",
            "ClusterRole.rbac.authorization.k8s.io,ConfigMap,Deployment.apps,Service",
            "applyset.kubernetes.io/additional-namespaces",
            "shop,web"),
        parent.annotations());
    assertEquals(
        Map.of("applyset.kubernetes.io/id", ApplySetId.of(PARENT).value()), parent.labels());
  }

  @Test
  void aParentGrowsBeforeAnApplyAndShrinksAfterIt() {
    SetScope before = SetScope.of(List.of(Live.object("Service", "old", "a")));
    SetScope after = SetScope.of(List.of(Live.object("Secret", "new", "a")));
    ApplySetParent grown = ApplySetParent.fresh(PARENT, STRAKE).grownBy(before).grownBy(after);
    assertEquals("Secret,Service", grown.scope().kindsText());
    assertEquals("new,old", grown.scope().namespacesText());
    ApplySetParent shrunk = grown.shrunkTo(after);
    assertEquals("Secret", shrunk.scope().kindsText());
    assertEquals("new", shrunk.scope().namespacesText());
    assertEquals(Set.of(), ApplySetParent.fresh(PARENT, STRAKE).scope().namespaces());
  }

  @Test
  void whatWasWrittenIsReadByALaterVersionOfUs() {
    ApplySetParent written =
        ApplySetParent.fresh(PARENT, STRAKE)
            .grownBy(SetScope.of(List.of(Live.object("Deployment.apps", "shop", "a"))));
    Tooling later = Tooling.strake("2.0.0-rc.1");
    assertEquals(
        new ParentReading.Ours(new ApplySetParent(PARENT, later, written.scope())),
        ApplySetParent.read(object(written.labels(), written.annotations()), later));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tooling | kubectl/v1.34.0 | is kept by kubectl/v1.34.0, and a set has one keeper",
        "tooling | strake2/1.2.3   | is kept by strake2/1.2.3, and a set has one keeper",
        "tooling | ''              | has no annotation applyset.kubernetes.io/tooling",
        "id      | ''              | has no label applyset.kubernetes.io/id where applyset-ftwAtmJxCnFzKmMKtf0tlurGpMYf7oKncpTar9OqzLc-v1 belongs",
        "id      | applyset-x-v1   | has the id applyset-x-v1 where applyset-ftwAtmJxCnFzKmMKtf0tlurGpMYf7oKncpTar9OqzLc-v1 belongs",
        "contains-group-kinds | '' "
            + "| has no annotation applyset.kubernetes.io/contains-group-kinds",
      })
  void whatIsNotOursIsRefused(String key, String value, String why) {
    ApplySetParent parent = ApplySetParent.fresh(PARENT, STRAKE);
    Map<String, String> labels = new TreeMap<>(parent.labels());
    Map<String, String> annotations = new TreeMap<>(parent.annotations());
    Map<String, String> marks = key.equals("id") ? labels : annotations;
    String name = "applyset.kubernetes.io/" + key;
    assertTrue(marks.containsKey(name), "the case changes what is there");
    if (value.isEmpty()) {
      marks.remove(name);
    } else {
      marks.put(name, value);
    }
    assertEquals(
        new ParentReading.Refused("ConfigMap strake-system/strake-set-shop " + why),
        ApplySetParent.read(object(labels, annotations), STRAKE));
  }

  @Test
  void aToolHasANameAndAVersion() {
    assertEquals("strake-applyset", STRAKE.parentManager());
    assertEquals("kubectl/v1.34.0", new Tooling("kubectl", "v1.34.0").toString());
    assertThrows(IllegalArgumentException.class, () -> Tooling.strake("newest"));
    assertThrows(IllegalArgumentException.class, () -> new Tooling("a/b", "1.0.0"));
  }

  @ParameterizedTest
  @CsvSource({
    "shop, strake-set-shop",
    "shop.eu-1, strake-set-shop.eu-1",
    "Shop (EU), strake-set-shop-eu-xd9a3e8d94ebbb0057815",
    "'', strake-set-xe3b0c44298fc1c149afb",
    "shop-x0123456789abcdef0123, strake-set-shop-x0123456789abcdef0123-x1cd7465999d0b48c5fc1",
  })
  void anyNameOfASetGivesAParent(String set, String name) {
    assertEquals(
        new ObjectIdentity("", "ConfigMap", "strake-system", name), new SetName(set).parent());
  }

  @ParameterizedTest
  @CsvSource({
    "A, a",
    "a_b, a-b",
    "a., a",
    "'a ', a",
    "ß, ss",
    "a/b, a.b",
    "-a, a",
  })
  void differentNamesHaveDifferentParents(String one, String other) {
    assertFalse(new SetName(one).parent().equals(new SetName(other).parent()));
  }

  @Test
  void aLongNameIsCutToWhatAConfigMapMayBeCalled() {
    String name = new SetName("very-".repeat(100) + "long").parent().name();
    assertTrue(name.length() <= 253, name);
    assertTrue(name.matches("strake-set-(very-){20}x[0-9a-f]{20}"), name);
  }

  private static KubernetesObject object(
      Map<String, String> labels, Map<String, String> annotations) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("apiVersion", "v1").put("kind", "ConfigMap");
    ObjectNode metadata = root.putObject("metadata");
    metadata.put("name", PARENT.name()).put("namespace", PARENT.namespace());
    ObjectNode labelled = metadata.putObject("labels");
    labels.forEach(labelled::put);
    ObjectNode annotated = metadata.putObject("annotations");
    annotations.forEach(annotated::put);
    return KubernetesObject.of(root);
  }
}
