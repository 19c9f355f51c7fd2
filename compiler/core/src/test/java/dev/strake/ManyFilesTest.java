package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.policy.PolicySelection;
import dev.strake.report.Coverage;
import dev.strake.source.InMemoryTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** So many files that they are read and judged by several threads. */
class ManyFilesTest {

  private static final int FILES = 200;

  private static Compilation compile(InMemoryTree tree) {
    CompileRequest request =
        new CompileRequest(
            tree, LocalDate.of(2026, 1, 1), PolicySelection.DEFAULT, Optional.empty());
    return new Compiler(List.of()).compile(request);
  }

  /** Every tenth file cannot be read, and all others have a port that is none. */
  private static InMemoryTree tree() {
    InMemoryTree tree = InMemoryTree.empty();
    for (int i = 0; i < FILES; i++) {
      String path = "apps/%03d.yaml".formatted(i);
      tree =
          i % 10 == 9
              ? tree.withRefused(path, "it is a link")
              : tree.with(
                  path,
                  """
                  apiVersion: v1
                  kind: Service
                  metadata: {name: web-%d}
                  spec: {ports: [{port: 99999}]}
                  ---
                  apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: web-%d}
                  """
                      .formatted(i, i));
    }
    return tree;
  }

  @Test
  void eachFileIsReadOnceAndFoundInItsPlace() {
    Compilation compilation = compile(tree());

    assertEquals(
        new Coverage(FILES, 2 * (FILES - 20), 2 * (FILES - 20), 0, 20, 0),
        compilation.findings().summary().coverage());
    assertEquals(
        IntStream.range(0, FILES)
            .mapToObj(
                i ->
                    i % 10 == 9
                        ? "apps/%03d.yaml:1 yaml/unreadable-file".formatted(i)
                        : "apps/%03d.yaml:4 api/out-of-range".formatted(i))
            .toList(),
        compilation.findings().diagnostics().stream()
            .map(
                found ->
                    found.range().file().path()
                        + ":"
                        + found.range().startPosition().line()
                        + " "
                        + found.code().id())
            .toList());
  }
}
