package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, and what is not. */
class CompileTest {

  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: database, namespace: shop}
      stringData: {password: hunter2}
      """;

  @TempDir private Path root;
  private Repository repository;
  private Path out;

  @BeforeEach
  void folders() {
    repository = new Repository(root.resolve("repository"));
    out = root.resolve("out");
  }

  @Test
  void writtenManifestsAreInTheOutput() throws IOException {
    repository.withCluster("cluster.yaml", "prod").with("apps/shop/web.yaml", Repository.WEB);

    CommandRun run = repository.compile(out);

    assertEquals(ExitCode.CLEAN, run.exitCode(), run.out());
    Path file = out.resolve("prod/manifests/60-workloads/shop/deployment.apps-web.yaml");
    assertTrue(Files.readString(file).contains("image: registry.example.net/shop/web:1"));
    String index = Files.readString(out.resolve("prod/index.json"));
    assertTrue(index.contains("{\"file\": \"apps/shop/web.yaml\", \"line\": 1}"), index);
  }

  @Test
  void findingsOfManifestsPointAtTheirLines() {
    repository.withCluster("cluster.yaml", "prod").with("apps/web.yaml", Repository.UNLIMITED);

    CommandRun run = repository.compile(out);

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("error[resources/memory-limit]"), run.out());
    assertTrue(run.out().contains("--> apps/web.yaml:16:"), run.out());
    assertEquals("strake: nothing was written\n", run.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aSecretIsRefusedLeftOutAndNotRepeated() throws IOException {
    repository.withCluster("cluster.yaml", "prod").with("apps/secret.yaml", SECRET);

    CommandRun run = repository.compile(out);
    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("error[compile/secret-value]"), run.out());
    assertFalse(Files.exists(out));

    for (String format : List.of("text", "json")) {
      CommandRun written = repository.compile(out, "--fail-on=never", "--format", format);
      assertEquals(ExitCode.CLEAN, written.exitCode());
      assertTrue(written.out().contains("apps/secret.yaml"), written.out());
      assertFalse((run.out() + written.out()).contains("hunter2"), "the value was printed");
    }
    assertFalse(allOf(out).contains("hunter2"), "the value was written");
  }

  @Test
  void withAnErrorInOneClusterNothingIsWritten() {
    repository.withCluster("a/cluster.yaml", "a").with("b/cluster.yaml", "kind: Cluster\n");

    CommandRun run = repository.compile(out);

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("--> b/cluster.yaml:"), run.out());
    assertFalse(run.out().matches("(?s).*error\\[[^\n]*\n *--> a/cluster.yaml:.*"), run.out());
    assertFalse(Files.exists(out));
  }

  /** One cluster's mistake does not hide another's, nor hold it back if the user says so. */
  @Test
  void withFailOnNeverTheOthersAreWritten() {
    repository
        .withCluster("a/cluster.yaml", "a")
        .with("b/cluster.yaml", "kind: Cluster\n")
        .withCluster("c/cluster.yaml", "c")
        .with("c/apps/web.yaml", Repository.UNLIMITED);

    CommandRun run = repository.compile(out, "--fail-on=never");

    assertEquals(ExitCode.CLEAN, run.exitCode());
    assertTrue(run.out().contains("--> b/cluster.yaml:"), run.out());
    assertTrue(run.out().contains("--> c/apps/web.yaml:16:"), run.out());
    assertTrue(Files.exists(out.resolve("a/index.json")));
    assertTrue(Files.exists(out.resolve("c/index.json")));
    assertFalse(Files.exists(out.resolve("b")));
  }

  @Test
  void clustersOfOneNameAreNotWrittenOverEachOther() {
    repository
        .withCluster("a/cluster.yaml", "prod")
        .withCluster("b/cluster.yaml", "prod")
        .withCluster("c/cluster.yaml", "test");

    CommandRun run = repository.compile(out, "--fail-on=never");

    assertTrue(run.out().contains("error[spec/duplicate-cluster]"), run.out());
    assertFalse(Files.exists(out.resolve("prod")));
    assertTrue(Files.exists(out.resolve("test/index.json")));
  }

  /** What one run wrote and the next no longer makes goes; what others put there stays. */
  @Test
  void theSecondRunRemovesOnlyItsOwn() throws IOException {
    repository.withCluster("cluster.yaml", "prod").with("apps/web.yaml", Repository.WEB);
    repository.compile(out);
    Path note = Files.writeString(out.resolve("prod/note.txt"), "mine");

    Files.delete(repository.folder().resolve("apps/web.yaml"));
    CommandRun run = repository.compile(out);

    assertEquals(ExitCode.CLEAN, run.exitCode(), run.out());
    assertFalse(Files.exists(out.resolve("prod/manifests/60-workloads")));
    assertTrue(Files.exists(note));
  }

  @Test
  void hostileObjectsStayInTheOutput() throws IOException {
    repository
        .withCluster("cluster.yaml", "prod")
        .with(
            "apps/a.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: ../../../x, namespace: ..}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: ""}
            ---
            apiVersion: ../../v1/v1
            kind: ../Kind
            metadata: {name: "%s"}
            """
                .formatted("n".repeat(300)));

    CommandRun run = repository.compile(out, "--fail-on=never");

    assertEquals(ExitCode.CLEAN, run.exitCode(), run.err());
    assertFalse(run.out().contains("compile/output-unwritable"), run.out());
    try (Stream<Path> children = Files.list(root)) {
      assertEquals(List.of(out, repository.folder()), children.sorted().toList());
    }
    try (Stream<Path> children = Files.list(out)) {
      assertEquals(List.of(out.resolve("prod")), children.toList());
    }
  }

  private static String allOf(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
