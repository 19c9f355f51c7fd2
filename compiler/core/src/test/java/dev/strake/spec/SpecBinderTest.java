package dev.strake.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.value.Port;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecBinderTest {

  private static Diagnostic only(String text) {
    List<Diagnostic> found = Specs.bind(text).diagnostics();
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }

  private static void assertFinds(String code, String place, String text) {
    Diagnostic found = only(text);
    assertEquals(code + " " + place, found.code() + " " + found.range().text(), found::toString);
  }

  @Test
  void aSmallClusterIsRead() {
    Cluster cluster = Specs.bound(Specs.SMALL).value();
    assertEquals("small", cluster.metadata().name().toString());
    assertEquals(new Port(6443), cluster.spec().controlPlaneEndpoint().port());
    assertInstanceOf(Cni.Flannel.class, cluster.spec().clusterNetwork().cni());
    assertInstanceOf(LoadBalancer.External.class, cluster.spec().loadBalancer());
    assertEquals(List.of(), cluster.spec().controlPlane().apiServer().certSANs());
    assertEquals(List.of(), cluster.spec().namespaces());
    NodePool pool = cluster.spec().nodePools().get(0);
    assertEquals(
        Quantity.parse("8Gi").orThrow(), pool.template().capacity().get(ResourceName.MEMORY));
    assertNull(pool.template().taints());
  }

  @Test
  void allMistakesAreFoundAtOnce() {
    String text =
        Specs.with("name: small", "name: Small")
            .replace("v1.36.4", "v1.36")
            .replace("type: Flannel", "type: Flanel")
            .replace("10.20.0.21", "10.20.0.321")
            .replace("gateway:", "gatewya:");
    assertEquals(
        List.of(
            "spec/invalid-value",
            "spec/invalid-value",
            "spec/unknown-field",
            "spec/unknown-choice",
            "spec/invalid-value"),
        Specs.bind(text).diagnostics().stream().map(d -> d.code().id()).toList());
  }

  @Test
  void anUnknownFieldDropsNothing() {
    Checked<Bound<Cluster>> checked = Specs.bind(Specs.with("name: small", "name: small\n  x: 1"));
    assertTrue(checked.hasErrors());
    assertTrue(checked.asOptional().isPresent());
  }

  @Test
  void aBadValueDropsTheCluster() {
    assertFalse(Specs.bind(Specs.with("name: small", "name: S")).asOptional().isPresent());
  }

  @Test
  void aMisspeltRequiredFieldIsOneMistake() {
    String text = Specs.with("nodePools:", "nodepool:");
    assertFinds("spec/unknown-field", "nodepool", text);
    assertEquals("did you mean nodePools?", only(text).help());
    assertEquals("nodePools", only(text).fix().edits().get(0).text());
    assertFalse(Specs.bind(text).asOptional().isPresent());
  }

  @Test
  void aFieldThatIsAlreadyThereIsNotSuggested() {
    Diagnostic found = only(Specs.with("name: small", "name: small\n  nane: other"));
    assertNull(found.fix());
    assertEquals("its fields are name, labels", found.help());
  }

  @Test
  void aMissingFieldIsReportedAtItsSection() {
    String text = Specs.with("    pods:\n      cidrBlocks: [10.244.0.0/16]\n", "");
    assertFinds("spec/missing-field", "clusterNetwork", text);
    assertEquals("/spec/clusterNetwork", only(text).path());
    assertFinds(
        "spec/missing-field", "name: cp-1", Specs.with("          address: 10.20.0.21\n", ""));
  }

  @Test
  void nullCountsAsAbsent() {
    assertFinds("spec/missing-field", "metadata", Specs.with("name: small", "name:"));
    assertTrue(
        Specs.bind(Specs.with("name: small", "name: small\n  labels:")).diagnostics().isEmpty());
    assertFinds("spec/wrong-type", "v", Specs.with("name: small", "name: small\n  labels: {v: }"));
  }

  @Test
  void numbersAndBooleansAreNoStrings() {
    String text = Specs.with("name: small", "name: small\n  labels: {version: 1.10}");
    assertFinds("spec/wrong-type", "1.10", text);
    assertEquals("\"1.10\"", only(text).fix().edits().get(0).text());
    assertFinds(
        "spec/wrong-type", "yes", Specs.with("name: small", "name: small\n  labels: {a: yes}"));
    assertTrue(
        Specs.bind(Specs.with("name: small", "name: small\n  labels: {a: '1.10'}"))
            .diagnostics()
            .isEmpty());
  }

  @Test
  void numbersThatQuotesWouldNotMendAreBadValues() {
    assertFinds("spec/invalid-value", "1.36", Specs.with("v1.36.4", "1.36"));
  }

  @Test
  void quotedNumbersAreNoNumbers() {
    Diagnostic found = only(Specs.with("host: api.example.net", "host: a\n    port: '6443'"));
    assertEquals("spec/wrong-type", found.code().id());
    assertEquals("6443", found.fix().edits().get(0).text());
  }

  @Test
  void quantitiesAreNumbersAsKubernetesSeesThem() {
    Cluster cluster = Specs.bound(Specs.with("cpu: 4", "cpu: 0x10")).value();
    Quantity cpu = cluster.spec().nodePools().get(0).template().capacity().get(ResourceName.CPU);
    assertEquals("16", cpu.toString());
  }

  @Test
  void badKeysOfMapsAreReportedAtTheKey() {
    assertFinds("spec/invalid-value", "cpus", Specs.with("cpu: 4", "cpus: 4"));
  }

  @Test
  void exactlyOneOfTheAlternativesIsWritten() {
    assertFinds(
        "spec/exactly-one",
        "etcd",
        Specs.with("local: {}", "{}").replace("etcd:\n        {}", "etcd: {}"));
    Diagnostic both =
        only(Specs.with("local: {}", "local: {}\n      external: {endpoints: [https://a:2379]}"));
    assertEquals("spec/exactly-one", both.code().id());
    assertEquals("local", both.related().get(0).range().text());
  }

  @Test
  void sealedSectionsAreChosenByType() {
    assertFinds("spec/missing-field", "cni", Specs.with("type: Flannel", "backend: VXLAN"));
    Diagnostic unknown = only(Specs.with("type: Flannel", "type: flannel"));
    assertEquals("Flannel", unknown.fix().edits().get(0).text());
    assertFinds(
        "spec/unknown-field",
        "backend",
        Specs.with("type: Flannel", "type: None\n      backend: VXLAN"));
    assertFinds(
        "spec/unknown-choice",
        "VLAN",
        Specs.with("type: Flannel", "type: Flannel\n      backend: VLAN"));
  }

  @Test
  void shapesAreChecked() {
    assertFinds(
        "spec/wrong-type",
        "nodePools",
        Specs.SMALL.replaceAll("(?s)nodePools:.*", "nodePools: {a: b}\n"));
    assertFinds(
        "spec/invalid-value",
        "nodePools",
        Specs.SMALL.replaceAll("(?s)nodePools:.*", "nodePools: []\n"));
    assertFinds(
        "spec/wrong-type", "x", Specs.SMALL.replaceAll("(?s)nodePools:.*", "nodePools: [x]\n"));
    assertFinds(
        "spec/wrong-type",
        "api",
        Specs.with(
            "controlPlaneEndpoint:\n    host: api.example.net", "controlPlaneEndpoint: api"));
    assertEquals("spec/wrong-type", only("[]").code().id());
  }

  @Test
  void headersAreChecked() {
    assertFinds(
        "spec/unknown-choice", "strake.dev/v1", Specs.with("strake.dev/v1alpha1", "strake.dev/v1"));
    assertEquals("spec/missing-field", only(Specs.with("kind: Cluster\n", "")).code().id());
  }

  @Test
  void hostileTextsAreAbbreviated() {
    String huge = "x".repeat(1000);
    for (String text :
        List.of(
            Specs.with("name: small", "name: " + huge + "_"),
            Specs.with("name: small", "name: small\n  \"" + huge + "\": 1"),
            Specs.with("type: Flannel", "type: \"" + huge + "\""),
            Specs.with("name: small", "name: small\n  labels: {\"" + huge + "\": a}"))) {
      Diagnostic found = Specs.bind(text).diagnostics().get(0);
      assertTrue(found.message().length() < 400, found::message);
    }
  }
}
