package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.standin.ApiStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule on health, from the repository to the wait. */
final class HealthRuleTest {

  private static final String RULE =
      """
      apiVersion: strake.dev/v1alpha1
      kind: HealthRule
      for: Book.example.com
      current: status.phase == 'Printed'
      failed: has(status.phase) && status.phase == 'Burnt'
      """;

  private static final String BOOKS =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: books.example.com}
      spec:
        group: example.com
        names: {kind: Book, listKind: BookList, plural: books, singular: book}
        scope: Namespaced
        versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec: {type: object, properties: {title: {type: string}}}
                  status: {type: object, properties: {phase: {type: string}}}
      ---
      apiVersion: example.com/v1
      kind: Book
      metadata: {name: one, namespace: default}
      spec: {title: One}
      """;

  @TempDir private Path folder;

  private ApiStandIn api;
  private Path set = Path.of("");

  @BeforeEach
  void start() throws IOException {
    api = ApiStandIn.start();
    set = Files.createDirectories(folder.resolve("set"));
    Files.writeString(set.resolve("books.yaml"), BOOKS);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private CommandRun sync() {
    return CommandRun.of(
        "sync",
        set.toString(),
        "--timeout",
        "2",
        "--kubeconfig",
        api.kubeconfig(folder).toString());
  }

  private void phase(String phase) {
    api.change(
        "printer",
        "status",
        "example.com/v1",
        "Book",
        "default/one",
        object -> object.withObjectProperty("status").put("phase", phase));
  }

  @Test
  void aSyncGoesByTheRuleAndNotByWhatEveryKindHas() throws IOException {
    CommandRun without = sync();
    assertEquals(0, without.exitCode(), "nobody knows better: " + without.out() + without.err());

    Files.writeString(set.resolve("health.yaml"), RULE);
    CommandRun unseen = sync();
    assertEquals(1, unseen.exitCode(), unseen.out());
    assertTrue(unseen.out().contains("Book default/one"), unseen.out());
    assertTrue(unseen.err().contains("its rule's current says"), unseen.err());

    phase("Printed");
    assertEquals(0, sync().exitCode());

    phase("Burnt");
    CommandRun burnt = sync();
    assertEquals(1, burnt.exitCode(), burnt.out());
    assertTrue(burnt.out().contains("its rule's failed is true"), burnt.out());
  }

  @Test
  void aRuleWithATypoReachesNoCluster() throws IOException {
    Files.writeString(
        set.resolve("health.yaml"), RULE.replace("status.phase ==", "state.phase =="));
    CommandRun run = sync();
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("compile/health-rule"), run.out());
    assertTrue(run.out().contains("health.yaml:4:"), run.out());
    assertEquals(0, api.requests().size());
  }

  @Test
  void aClustersRuleIsPartOfItsOutput() throws IOException {
    Path cluster = folder.resolve("single-node");
    Path example = ExampleCluster.repository().resolve("examples/single-node/cluster");
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = cluster.resolve(example.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.createDirectories(cluster.resolve("policies"));
    Files.writeString(cluster.resolve("policies/health.yaml"), RULE);
    Path out = folder.resolve("out");
    CommandRun run = CommandRun.of("compile", cluster.toString(), "-o", out.toString());
    assertEquals(0, run.exitCode(), run.out() + run.err());
    Path compiled = out.resolve("single-node");
    assertEquals(
        """
        apiVersion: strake.dev/v1alpha1
        kind: HealthRule
        for: Book.example.com
        current: status.phase == 'Printed'
        failed: has(status.phase) && status.phase == 'Burnt'
        """,
        Files.readString(compiled.resolve("health/book.example.com.yaml")));
    String index = Files.readString(compiled.resolve("index.json"));
    assertTrue(
        index
            .lines()
            .anyMatch(
                line ->
                    line.contains("\"health/book.example.com.yaml\"")
                        && line.contains("\"phase\": \"health\"")
                        && line.contains("policies/health.yaml")),
        index);
  }
}
