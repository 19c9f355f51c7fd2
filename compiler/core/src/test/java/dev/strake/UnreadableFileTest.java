package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file that may not be read hides nothing else, and is itself not hidden. */
class UnreadableFileTest {

  @Test
  void aManifestIsReportedAndItsNeighbourIsRead() {
    InMemoryTree tree =
        InMemoryTree.empty()
            .withRefused("a.yaml", "a symbolic link that leads out of the tree")
            .with("b.yaml", "a: &a 1\nb: *c\n");

    assertEquals(
        List.of(
            "a.yaml:1:1 error yaml/unreadable-file: the file was not read: a symbolic link that"
                + " leads out of the tree",
            "b.yaml:2:4 error yaml/undefined-alias: there is no anchor &c above"),
        findings(compile(tree)));
  }

  @Test
  void aClusterWithoutItsFileIsNotCompiledAndNotCalledEmpty() {
    InMemoryTree tree =
        InMemoryTree.empty()
            .withRefused("prod/cluster.yaml", "it is larger than 16 MiB")
            .with(
                "prod/apps/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");

    Compilation compilation = compile(tree);

    assertEquals(List.of(), compilation.bundles());
    assertEquals(
        List.of(
            "prod/cluster.yaml:1:1 error yaml/unreadable-file: the file was not read: it is larger"
                + " than 16 MiB"),
        findings(compilation));
    assertEquals(1, compilation.findings().summary().coverage().notChecked());
  }

  private static List<String> findings(Compilation compilation) {
    return compilation.findings().diagnostics().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Diagnostic::toString)
        .toList();
  }

  private static Compilation compile(InMemoryTree tree) {
    return new Compiler(List.of())
        .compile(
            new CompileRequest(
                tree, LocalDate.of(2026, 1, 1), PolicySelection.profile("none"), Optional.empty()));
  }
}
