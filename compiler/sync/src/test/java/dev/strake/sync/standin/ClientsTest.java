package dev.strake.sync.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that others wrote for the real thing find what they expect. */
final class ClientsTest {

  @TempDir Path folder;

  private ApiStandIn api;

  @BeforeEach
  void start() {
    api = ApiStandIn.start();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static ConfigMap config(String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("c")
        .withNamespace("default")
        .endMetadata()
        .addToData("a", value)
        .build();
  }

  @Test
  void fabric8AppliesConflictsReplacesAndDeletes() {
    Config config = Config.fromKubeconfig(null, api.kubeconfig(folder).toFile());
    config.setRequestRetryBackoffLimit(0);
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      var maps = client.configMaps().inNamespace("default");
      ConfigMap made = maps.resource(config("1")).fieldManager("one").serverSideApply();
      assertEquals("1", made.getData().get("a"));
      KubernetesClientException refused =
          assertThrows(
              KubernetesClientException.class,
              () -> maps.resource(config("2")).fieldManager("two").serverSideApply());
      assertEquals(409, refused.getCode());
      assertTrue(
          refused
              .getMessage()
              .contains("Apply failed with 1 conflict: conflict with \"one\" using v1: .data.a"),
          refused.getMessage());
      assertEquals(
          "FieldManagerConflict", refused.getStatus().getDetails().getCauses().get(0).getReason());
      ConfigMap dry = maps.resource(config("3")).dryRun().fieldManager("one").serverSideApply();
      assertEquals("3", dry.getData().get("a"));
      assertEquals("1", maps.withName("c").get().getData().get("a"));
      ConfigMap forced =
          maps.resource(config("2")).forceConflicts().fieldManager("two").serverSideApply();
      assertEquals("2", forced.getData().get("a"));
      assertEquals(
          409,
          assertThrows(KubernetesClientException.class, () -> maps.resource(made).update())
              .getCode());
      assertEquals(1, maps.list().getItems().size());
      assertEquals(1, maps.resource(config("")).delete().size());
      assertEquals(null, maps.withName("c").get());
    }
  }

  /** With the machine's own kubectl, where there is one; what it applies from its side, too. */
  @Test
  void kubectlAppliesAndConflicts() throws Exception {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "kubectl"))),
        "there is no kubectl on PATH");
    String manifest = manifest("1");
    String made = kubectl(0, "apply", "--validate=false", "--server-side", "-f", manifest);
    assertTrue(made.contains("configmap/c serverside-applied"), made);
    assertEquals("kubectl", manager());
    String refused =
        kubectl(
            1,
            "apply",
            "--validate=false",
            "--server-side",
            "--field-manager=two",
            "-f",
            manifest("2"));
    assertTrue(
        refused.contains("Apply failed with 1 conflict: conflict with \"kubectl\""), refused);
    assertTrue(refused.contains(".data.a"), refused);
    String value = kubectl(0, "get", "configmap", "c", "-o", "jsonpath={.data.a}");
    assertEquals("1", value);
    kubectl(0, "delete", "configmap", "c", "--wait=false");
    assertTrue(api.live("v1", "ConfigMap", "default/c").isEmpty());

    // From its side: a copy of the whole in an annotation, and an owner who updated.
    kubectl(0, "apply", "--validate=false", "-f", manifest);
    assertEquals("kubectl-client-side-apply", manager());
    assertTrue(
        api.live("v1", "ConfigMap", "default/c")
            .orElseThrow()
            .at("/metadata/annotations")
            .has("kubectl.kubernetes.io/last-applied-configuration"));
  }

  private String manager() {
    return api.live("v1", "ConfigMap", "default/c")
        .orElseThrow()
        .at("/metadata/managedFields/0/manager")
        .asText();
  }

  private String manifest(String value) throws IOException {
    return Files.writeString(
            folder.resolve("c" + value + ".yaml"),
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: c, namespace: default}
            data: {a: "%s"}
            """
                .formatted(value))
        .toString();
  }

  private String kubectl(int code, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig"));
    command.add(api.kubeconfig(folder).toString());
    command.add("--cache-dir=" + folder.resolve("cache"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(code, process.waitFor(), said + api.requests());
    return said.strip();
  }
}
