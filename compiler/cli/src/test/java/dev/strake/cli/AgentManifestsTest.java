package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent runs as, judged like anything that is to run in a cluster. */
final class AgentManifestsTest {

  private static final String IMAGE =
      "registry.example.com/strake/agent:0.1.0@sha256:" + "0123456789abcdef".repeat(4);

  @TempDir private Path folder;
  private Path config;

  @BeforeEach
  void write() throws IOException {
    config =
        Files.writeString(
            folder.resolve("agent.yaml"),
            """
            apiVersion: strake.dev/v1alpha1
            kind: Agent
            metadata: {name: fleet}
            spec:
              webhooks: [{host: github, secrets: [/etc/strake/secrets/webhook]}]
              repositories:
                - name: clusters
                  url: ssh://git@git.example.net:7999/acme/clusters.git
                  branch: main
                  credentials:
                    ssh: {key: /etc/strake/secrets/key, knownHosts: /etc/strake/secrets/known-hosts}
              clusters:
                - {name: prod, repository: clusters, path: prod}
            """);
    Path prod = Files.createDirectories(folder.resolve("prod"));
    Files.writeString(
        prod.resolve("a.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a, namespace: shop}
        data: {a: "1"}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny, namespace: shop}
        spec: {podSelector: {}, policyTypes: [Ingress]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: shop}
        rules: [{apiGroups: [""], resources: [configmaps], verbs: [get]}]
        """);
  }

  private String manifests() {
    CommandRun run =
        CommandRun.of(
            "agent",
            "manifests",
            "--profile",
            "none",
            "--config",
            config.toString(),
            "--image",
            IMAGE,
            folder.resolve("prod").toString());
    assertEquals(0, run.exitCode(), run.out() + run.err());
    return run.out();
  }

  @Test
  void theyPassTheirOwnJudges() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("agent.yaml"), manifests());
    for (String profile : List.of("restricted", "default")) {
      CommandRun run =
          CommandRun.of("validate", "--profile", profile, "--fail-on", "warning", out.toString());
      assertEquals(0, run.exitCode(), profile + "\n" + run.out());
    }
  }

  @Test
  void theRolesCoverWhatIsSyncedAndNoMore() {
    String yaml = manifests();
    String role = yaml.substring(yaml.indexOf("kind: ClusterRole\n"));
    role = role.substring(0, role.indexOf("---"));
    for (String resource : List.of("- configmaps", "- networkpolicies", "- roles", "- reader")) {
      assertTrue(role.contains(resource), role);
    }
    for (String none : List.of("*", "secrets", "deployments", "clusterroles")) {
      assertFalse(role.contains(none), role);
    }
    assertTrue(yaml.contains("port: 7999"), yaml);
    assertTrue(yaml.contains("replicas: 2"), yaml);
  }

  @Test
  void aConfigurationWithMistakesIsReportedLikeAnyFinding() throws IOException {
    Files.writeString(config, Files.readString(config).replace("branch: main", "brunch: main"));
    CommandRun run = CommandRun.of("agent", "--alone", "--config", config.toString());
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(run.out().contains("there is no field brunch"), run.out());
    assertTrue(run.out().contains("agent.yaml:9"), run.out());
  }

  @Test
  void withoutAConfigurationItDoesNotStart() {
    assertEquals(2, CommandRun.of("agent").exitCode());
    assertEquals(2, CommandRun.of("agent", "--config", "/none/agent.yaml").exitCode());
  }
}
