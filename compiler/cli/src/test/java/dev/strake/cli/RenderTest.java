package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlays and charts through the whole program. */
class RenderTest {

  @TempDir Path folder;
  @TempDir Path out;

  private Repository repository;

  @BeforeEach
  void open() {
    boolean here =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "kubectl")));
    assumeTrue(here, "SKIPPED: there is no kubectl on this machine");
    repository = new Repository(folder);
  }

  @Test
  void findingsNameTheUsersLines() {
    repository
        .with("base/kustomization.yaml", "resources: [web.yaml]\n")
        .with("base/web.yaml", Repository.UNLIMITED)
        .with(
            "overlays/production/kustomization.yaml",
            "resources: [../../base]\nimages: [{name: registry.example.net/shop/web, newTag: v2}]\n")
        .with("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n")
        .with("charts/web/values.yaml", "port: 70000\n")
        .with(
            "charts/web/templates/service.yaml",
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: {{ .Release.Name }}
              namespace: shop
            spec:
              selector: {app: web}
              ports:
              - port: {{ .Values.port }}
            """);

    CommandRun run = repository.validate();

    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.out() + run.err());
    assertTrue(run.out().contains("--> base/web.yaml:16:"), run.out());
    assertTrue(run.out().contains("error[resources/memory-limit]"), run.out());
    assertTrue(run.out().contains("--> charts/web/templates/service.yaml:9:11"), run.out());
    assertTrue(run.out().contains("error[api/out-of-range]"), run.out());
    assertFalse(run.out().contains("not-rendered"), run.out());
    assertTrue(run.out().contains("2 objects"), run.out());
  }

  @Test
  void whatIsRenderedIsCompiled() throws IOException {
    repository
        .withCluster("cluster.yaml", "prod")
        .with("apps/web/kustomization.yaml", "resources: [web.yaml]\nnamePrefix: shop-\n")
        .with("apps/web/web.yaml", Repository.WEB.replace("namespace: shop", "namespace: default"))
        .with("manifests/settings/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n")
        .with(
            "manifests/settings/templates/map.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: "{{ .Release.Name }}", namespace: "{{ .Release.Namespace }}"}
            """);

    CommandRun run = repository.compile(out.resolve("a"), "--profile", "none");

    assertEquals(ExitCode.CLEAN, run.exitCode(), run.out() + run.err());
    String deployment = compiled("a", "deployment.apps-shop-web.yaml");
    assertTrue(deployment.contains("  name: shop-web\n"), deployment);
    assertFalse(deployment.contains("config.kubernetes.io"), deployment);
    assertTrue(compiled("a", "configmap-settings.yaml").contains("  namespace: default\n"));
    String index = Files.readString(out.resolve("a/prod/index.json"));
    assertTrue(index.contains("apps/web/web.yaml"), index);
    assertTrue(index.contains("manifests/settings/templates/map.yaml"), index);

    repository.compile(out.resolve("b"), "--profile", "none");
    assertEquals(index, Files.readString(out.resolve("b/prod/index.json")));
  }

  @Test
  void linksThatLeadOutAreNotFollowed() throws IOException {
    Path secret = Files.writeString(out.resolve("secret.yaml"), "secret: value");
    repository
        .with(".git/HEAD", "")
        .with("apps/web/kustomization.yaml", "resources: [web.yaml, base]\n")
        .with("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n")
        .with("charts/web/templates/a.yaml", "a: {{ .Files.Get \"secret.yaml\" }}\n");
    Files.createSymbolicLink(folder.resolve("apps/web/web.yaml"), secret);
    Files.createSymbolicLink(folder.resolve("apps/web/base"), out);
    Files.createSymbolicLink(folder.resolve("charts/web/secret.yaml"), secret);

    CommandRun run = repository.validate("--profile", "none");

    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.out());
    assertTrue(run.out().contains("--> apps/web/kustomization.yaml:1:13"), run.out());
    assertTrue(run.out().contains("error[compile/unreachable-file]"), run.out());
    assertTrue(run.out().contains("--> charts/web/secret.yaml:1:1"), run.out());
    assertTrue(run.out().contains("error[compile/not-a-chart]"), run.out());
    assertFalse(run.out().contains("value"), run.out());
  }

  @Test
  void anOlderRevisionIsRenderedFromGit() throws Exception {
    repository
        .with("apps/web/kustomization.yaml", "resources: [web.yaml]\n")
        .with("apps/web/web.yaml", Repository.UNLIMITED)
        .with("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n")
        .with("charts/web/templates/a.yaml", "{{ include \"a\" . }}\n")
        .with(
            "charts/web/templates/_a.tpl",
            """
            {{- define "a" }}
            apiVersion: v1
            kind: Service
            metadata: {name: a, namespace: Bad}
            spec: {ports: [{port: 80}]}
            {{- end }}
            """);
    for (String[] git :
        List.of(
            new String[] {"init", "-q"},
            new String[] {"add", "."},
            new String[] {"-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"})) {
      List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
      command.addAll(List.of(git));
      assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    CommandRun same = repository.validate("--new-since", "HEAD");
    assertEquals(ExitCode.CLEAN, same.exitCode(), same.out() + same.err());

    repository.with("apps/web/web.yaml", Repository.UNLIMITED.replace("Deployment", "Wrong"));
    CommandRun worse = repository.validate("--new-since", "HEAD");
    assertTrue(worse.out().contains("schema/unknown-kind"), worse.out());
    assertFalse(worse.out().contains("Bad"), worse.out());
  }

  @Test
  void whatWouldBeFetchedIsNotCompiled() {
    repository
        .withCluster("cluster.yaml", "prod")
        .with("apps/web/kustomization.yaml", "resources: [\"https://example.net/web.yaml\"]\n");

    CommandRun run = repository.compile(out, "--profile", "none");

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("error[compile/remote-base]"), run.out());
    assertTrue(run.out().contains("--> apps/web/kustomization.yaml:1:13"), run.out());
  }

  private String compiled(String run, String name) throws IOException {
    try (Stream<Path> files = Files.walk(out.resolve(run))) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().equals(name))
              .findFirst()
              .orElseThrow();
      return Files.readString(file);
    }
  }
}
