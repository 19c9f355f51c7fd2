package dev.strake.generate.kubevip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.bundle.Artifact;
import dev.strake.manifest.Manifest;
import dev.strake.policy.PolicySelection;
import dev.strake.resolve.Resolver;
import dev.strake.source.InMemoryTree;
import dev.strake.spec.Specs;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KubeVipGeneratorTest {

  private static final NodePath CONTAINER = NodePath.of("spec", "containers").index(0);

  /** Of the small cluster, with another load balancer. */
  private static List<Artifact> files(String loadBalancer) {
    String text = Specs.with("  loadBalancer:\n    type: External\n", loadBalancer);
    return new KubeVipGenerator().generate(Resolver.resolve(Specs.bound(text)));
  }

  private static List<Artifact> withAddress(String address) {
    return files(
        "  loadBalancer: {type: KubeVIP, virtualIP: \"" + address + "\", interface: e0}\n");
  }

  private static Map<String, String> environment(Artifact file) {
    YamlNode variables = CONTAINER.key("env").find(file.documents().get(0).root()).orElseThrow();
    Map<String, String> environment = new LinkedHashMap<>();
    for (YamlNode variable : ((YamlSequence) variables).items()) {
      environment.put(
          text(variable, NodePath.of("name")),
          NodePath.of("value").find(variable).map(v -> text(v, NodePath.ROOT)).orElse("(field)"));
    }
    return environment;
  }

  private static String text(YamlNode node, NodePath path) {
    return ((YamlScalar) path.find(node).orElseThrow()).text();
  }

  @Test
  void somebodyElsesBalancerNeedsNone() {
    assertEquals(List.of(), files("  loadBalancer: {type: External}\n"));
  }

  @ParameterizedTest
  @CsvSource({"10.20.0.10, 32", "fd00:20::10, 128"})
  void theAddressComesWithoutANetwork(String address, String length) {
    Map<String, String> environment = environment(withAddress(address).get(0));
    assertEquals(address, environment.get("address"));
    assertEquals(length, environment.get("vip_subnet"));
    assertEquals("6443", environment.get("port"));
  }

  @Test
  void aMachinesOwnInterfaceGoesFirst() {
    String text =
        Specs.with(
                "  loadBalancer:\n    type: External\n",
                "  loadBalancer: {type: KubeVIP, virtualIP: 10.20.0.10, interface: eth0}\n")
            .concat("          interface: ens3\n        - {name: cp-2, address: 10.20.0.22}\n");
    List<Artifact> files = new KubeVipGenerator().generate(Resolver.resolve(Specs.bound(text)));
    assertEquals(
        List.of("ens3", "eth0"),
        files.stream().map(file -> environment(file).get("vip_interface")).toList());
    Manifest own = files.get(0).documents().get(0);
    assertEquals("ens3", own.place(variable("vip_interface", own)).text());
  }

  /** An API server takes the pod, of every version, as it takes one that somebody wrote. */
  @ParameterizedTest
  @MethodSource("dev.strake.schema.KubernetesSchemas#versions")
  void theServerMirrorsThePod(String minor) {
    Artifact file = withAddress("10.20.0.10").get(0);
    assertEquals("nodes/cp-1/files/etc/kubernetes/manifests/kube-vip.yaml", file.path().toString());
    InMemoryTree tree = InMemoryTree.of("pod.yaml", file.text());
    assertEquals(
        List.of(),
        new Compiler(List.of())
            .compile(
                new CompileRequest(
                    tree,
                    LocalDate.of(2026, 1, 1),
                    PolicySelection.profile("none"),
                    Optional.of(minor)))
            .findings()
            .diagnostics());
  }

  @Test
  void partsLeadBackToTheSpec() {
    Manifest pod =
        files(
                """
                  loadBalancer:
                    type: KubeVIP
                    virtualIP: 10.20.0.10
                    interface: eth0
                    image: registry.example.net/kube-vip:v1.2.3
                """)
            .get(0)
            .documents()
            .get(0);
    assertEquals("registry.example.net/kube-vip:v1.2.3", pod.place(CONTAINER.key("image")).text());
    assertEquals("10.20.0.10", pod.place(variable("address", pod)).text());
    assertEquals("eth0", pod.place(variable("vip_interface", pod)).text());
  }

  private static NodePath variable(String name, Manifest pod) {
    YamlSequence all = (YamlSequence) CONTAINER.key("env").find(pod.root()).orElseThrow();
    for (int i = 0; i < all.items().size(); i++) {
      if (text(all.items().get(i), NodePath.of("name")).equals(name)) {
        return CONTAINER.key("env").index(i).key("value");
      }
    }
    throw new AssertionError(name);
  }
}
