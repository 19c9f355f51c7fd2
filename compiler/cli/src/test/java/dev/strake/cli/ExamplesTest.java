package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.bundle.Bundle;
import dev.strake.bundle.BundleWriter;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.fixtures.FixtureCase;
import dev.strake.fixtures.GoldenTree;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example has no findings but the one about sections that are not compiled yet, and compiles
 * to the tree beside it: {@code examples/<name>/cluster} to {@code examples/<name>/compiled}.
 * Approve a change with {@code -Dbless}.
 */
class ExamplesTest {

  private static final Path EXAMPLES = ExampleCluster.repository().resolve("examples");

  @TempDir private Path work;

  @TestFactory
  Stream<DynamicTest> everyExampleCompilesToWhatIsApproved() {
    List<Path> examples =
        FixtureCase.children(EXAMPLES).stream().filter(Files::isDirectory).toList();
    assertFalse(examples.isEmpty());
    return examples.stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getFileName().toString(), example.toUri(), () -> verify(example)));
  }

  /** Or says in its spec why it does otherwise. */
  @TestFactory
  Stream<DynamicTest> everyExampleDoesWhatTheCisBenchmarkAsks() {
    return FixtureCase.children(EXAMPLES).stream()
        .filter(Files::isDirectory)
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getFileName().toString(),
                    example.toUri(),
                    () -> {
                      Compilation compilation = compile(example, PolicySelection.profile("cis"));
                      assertEquals(List.of(), findings(compilation));
                      // Of what the benchmark asks, at least this is a matter of each cluster.
                      assertTrue(
                          compilation.findings().suppressed().stream()
                              .anyMatch(
                                  each ->
                                      each.finding()
                                          .code()
                                          .id()
                                          .equals("api-server/event-rate-limit")));
                    }));
  }

  private static List<Diagnostic> findings(Compilation compilation) {
    return compilation.findings().diagnostics().stream()
        .filter(finding -> !finding.code().id().equals("compile/not-compiled"))
        .toList();
  }

  private void verify(Path example) {
    Compilation compilation = compile(example, PolicySelection.DEFAULT);
    assertEquals(List.of(), findings(compilation));

    Path out = work.resolve(example.getFileName());
    for (Bundle bundle : compilation.bundles()) {
      assertEquals(List.of(), BundleWriter.write(bundle, out));
    }
    GoldenTree.verify(example.resolve("compiled"), GoldenTree.read(out));
  }

  /** Named as in a clone of this repository, also where there is no clone but only its files. */
  private static Compilation compile(Path example, PolicySelection policies) {
    InMemoryTree tree = InMemoryTree.empty();
    for (var file : GoldenTree.read(example.resolve("cluster")).entrySet()) {
      String name = "examples/" + example.getFileName() + "/cluster/" + file.getKey();
      tree = tree.with(name, file.getValue());
    }
    return new Compiler(BuiltInPolicies.load())
        .compile(new CompileRequest(tree, LocalDate.of(2026, 1, 1), policies, Optional.empty()));
  }

  /** The approved trees lie beside their sources and are no manifests of anybody. */
  @Test
  void compiledTreesAreNoInputs() {
    CommandRun run = CommandRun.of("validate", EXAMPLES.toString());

    long examples = FixtureCase.children(EXAMPLES).stream().filter(Files::isDirectory).count();
    assertEquals(ExitCode.CLEAN, run.exitCode(), run.out());
    assertTrue(run.out().contains(examples + " cluster"), run.out());
    assertFalse(run.out().contains("/compiled/"), run.out());
  }
}
