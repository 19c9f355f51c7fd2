package dev.strake.sync.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Checked;
import dev.strake.git.Credentials;
import dev.strake.source.SourceFile;
import dev.strake.sync.webhook.WebhookHost;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AgentFileTest {

  static final String WHOLE =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Agent
      metadata:
        name: fleet
      spec:
        namespace: strake-system
        poll: 1m
        drift: 1h30m
        concurrency: 8
        drain: 50s
        cache: /var/cache/strake
        webhookPort: 9292
        statusPort: 8081
        webhooks:
          - host: github
            secrets: [/etc/strake/webhooks/github, /etc/strake/webhooks/github-next]
        repositories:
          - name: clusters
            url: https://github.com/acme/clusters.git
            branch: main
            credentials:
              token: {user: agent, file: /etc/strake/git/token}
              authorities: /etc/strake/git/ca.crt
            signatures:
              verify: [commit]
              allowedSigners: /etc/strake/git/allowed-signers
              principals: [ada@example.net]
            status:
              host: github
              token: /etc/strake/git/status-token
          - name: edge
            url: git@git.example.net:acme/edge.git
            tag: stable
            credentials:
              ssh: {key: /etc/strake/git/key, knownHosts: /etc/strake/git/known-hosts}
        clusters:
          - name: prod
            repository: clusters
            path: clusters/prod
            windows:
              - allow: "0 22 * * *"
                duration: 8h
                timeZone: Europe/Berlin
              - deny: "0 0 24 12 *"
                duration: 3d
          - name: edge-1
            repository: edge
            suspend: true
            kubeconfig: {file: /etc/strake/kubeconfigs/edge-1, context: admin}
      """;

  private static Checked<AgentConfiguration> read(String text) {
    return AgentFile.read(SourceFile.of("agent.yaml", text));
  }

  @Test
  void everyFieldIsRead() {
    Checked<AgentConfiguration> checked = read(WHOLE);
    assertEquals(List.of(), checked.diagnostics());
    AgentConfiguration agent = checked.asOptional().orElseThrow();
    assertEquals("fleet", agent.name());
    assertEquals(Duration.ofMinutes(90), agent.drift());
    assertEquals(8, agent.concurrency());
    assertEquals(
        Map.of(
            WebhookHost.GITHUB,
            List.of(
                Path.of("/etc/strake/webhooks/github"),
                Path.of("/etc/strake/webhooks/github-next"))),
        agent.webhooks());
    RepositoryConfiguration clusters = agent.repository("clusters");
    assertEquals("refs/heads/main", clusters.reference().toString());
    assertEquals(
        new Credentials.Token(
            "agent",
            Path.of("/etc/strake/git/token"),
            Optional.of(Path.of("/etc/strake/git/ca.crt"))),
        clusters.credentials());
    assertTrue(clusters.signatures().commit());
    assertEquals(List.of("ada@example.net"), clusters.signatures().principals());
    assertEquals("acme/clusters", clusters.status().orElseThrow().repository());
    assertEquals("https://api.github.com", clusters.status().orElseThrow().api());
    assertEquals("refs/tags/stable", agent.repository("edge").reference().toString());
    ClusterConfiguration prod = agent.clusters().get(0);
    assertEquals("clusters/prod", prod.path());
    assertEquals(Optional.empty(), prod.windows().closed(Instant.parse("2026-11-23T22:00:00Z")));
    assertTrue(prod.windows().closed(Instant.parse("2026-12-25T22:00:00Z")).isPresent());
    ClusterConfiguration edge = agent.clusters().get(1);
    assertTrue(edge.suspended());
    assertEquals("admin", edge.context());
  }

  @Test
  void littleIsEnough() {
    Checked<AgentConfiguration> checked =
        read(
            """
            apiVersion: strake.dev/v1alpha1
            kind: Agent
            metadata: {name: fleet}
            spec:
              repositories: [{name: a, url: "file:///srv/a", branch: main}]
              clusters: [{name: prod, repository: a}]
            """);
    AgentConfiguration agent = checked.asOptional().orElseThrow();
    assertEquals(Duration.ofMinutes(1), agent.poll());
    assertEquals("strake-system", agent.namespace());
    assertEquals("", agent.clusters().get(0).path());
  }

  /**
   * What is reported for the whole file with one part of it replaced: the place and the message.
   */
  private static String findings(String part, String by) {
    assertTrue(WHOLE.contains(part), part);
    Checked<AgentConfiguration> checked = read(WHOLE.replace(part, by));
    assertTrue(checked.asOptional().isEmpty() || checked.diagnostics().isEmpty());
    return String.join(
        "\n",
        checked.diagnostics().stream()
            .map(d -> d.path() + " '" + d.range().text() + "': " + d.message())
            .toList());
  }

  @Test
  void eachMistakeIsReportedWhereItStands() {
    assertEquals(
        "/spec/concurency 'concurency': there is no field concurency",
        findings("concurrency: 8", "concurency: 8"));
    assertEquals(
        "/spec/poll '5x': poll is not what it must be: it is no duration",
        findings("poll: 1m", "poll: 5x"));
    assertEquals(
        "/spec/poll '1s': poll is shorter than five seconds", findings("poll: 1m", "poll: 1s"));
    assertEquals(
        "/spec/concurrency '0': concurrency must be a number from 1 to 64",
        findings("concurrency: 8", "concurrency: 0"));
    assertEquals("/kind 'Agnet': kind is not Agent", findings("kind: Agent", "kind: Agnet"));
    assertEquals(
        "/spec/repositories/0/url 'https://x:y@github.com/a/b': url is not what it must be: it"
            + " holds a password: put it in a file that the credentials name",
        findings("https://github.com/acme/clusters.git", "https://x:y@github.com/a/b"));
    assertEquals(
        "/spec/repositories/0/credentials/token/file 'token': file is not what it must be: it is"
            + " not an absolute path",
        findings("file: /etc/strake/git/token", "file: token"));
    assertEquals(
        "/spec/clusters/1/repository 'none': there is no repository none",
        findings("repository: edge", "repository: none"));
    assertEquals(
        "/spec/clusters/0/windows/0/allow '\"0 25 * * *\"': allow is not what it must be: \"25\" is"
            + " not in 0 to 23",
        findings("0 22 * * *", "0 25 * * *"));
    assertEquals(
        "/spec/clusters/0/windows/1/duration '9d': a window is open for one minute to seven days",
        findings("duration: 3d", "duration: 9d"));
    assertEquals(
        "/spec/clusters/0/windows/0/timeZone 'Europe/Bern': timeZone is not what it must be:"
            + " there is no such time zone",
        findings("Europe/Berlin", "Europe/Bern"));
    assertEquals(
        "/spec/clusters/0/path '../prod': path is not what it must be: it leads out of the"
            + " repository",
        findings("path: clusters/prod", "path: ../prod"));
    assertEquals(
        "/spec/repositories/1/tag 'stable': of branch, tag and commit there must be one",
        findings("tag: stable", "tag: stable\n      branch: main"));
    assertEquals(
        "/spec/repositories/0/signatures/allowedSigners 'signatures': there is nobody whose"
            + " signature would be trusted",
        findings("        allowedSigners: /etc/strake/git/allowed-signers\n", ""));
    assertEquals(
        "/spec/clusters/1/suspend 'maybe': suspend must be true or false",
        findings("suspend: true", "suspend: maybe"));
    assertEquals(
        "/spec/clusters/1/name 'prod': there are two of this name",
        findings("name: edge-1", "name: prod"));
    assertEquals(
        "/spec/webhooks/0/host 'gitweb': host is not what it must be: nobody knows this host",
        findings("  - host: github", "  - host: gitweb"));
  }

  @Test
  void aSecretInAnAddressIsNotRepeatedInTheMessage() {
    String found = findings("https://github.com/acme/clusters.git", "https://u:hunter2@h/a");
    assertTrue(found.contains("holds a password"), found);
    assertTrue(!found.substring(found.indexOf("': ")).contains("hunter2"), found);
  }

  @Test
  void whatIsNoConfigurationIsOneMistake() {
    for (String text : List.of("", "[]", "a: b\n---\nc: d\n", "text")) {
      assertEquals(1, read(text).diagnostics().size(), text);
    }
  }
}
