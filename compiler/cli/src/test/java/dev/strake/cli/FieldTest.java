package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.policy.PolicySelection;
import dev.strake.report.Findings;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceContent;
import dev.strake.source.SourceEntry;
import dev.strake.source.TreeLimits;
import dev.strake.source.WorkingTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A repository as teams have it: an operator, agents on every node, workloads, a chart's and an
 * overlay's output; good practice with the usual slips. What is found there is listed, each with
 * the reason why a reviewer would say the same; what nobody would defend is a mistake of the
 * policy.
 */
class FieldTest {

  private static final Path FIELD = Path.of("src/test/resources/field");

  private static final String INSIDE = "field/repository/";

  @ParameterizedTest
  @ValueSource(strings = {"default", "restricted"})
  void onlyWhatAReviewerWouldDefendIsFound(String profile) throws IOException {
    Findings findings = findings(profile);

    List<String> expected =
        Files.readAllLines(FIELD.resolve(profile + ".txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertTrue(
        expected.stream().allMatch(line -> line.matches("\\S+ \\S+ \\S+ \\| \\S.{15,}")),
        "each line has a reason");
    assertEquals(
        String.join("\n", expected.stream().map(line -> line.split(" \\| ", 2)[0]).toList()),
        String.join("\n", findings.diagnostics().stream().map(FieldTest::line).toList()));
    assertTrue(findings.summary().coverage().objects() >= 60);
  }

  private static Findings findings(String profile) {
    Path repository = FIELD.resolve("repository");
    InMemoryTree tree = InMemoryTree.empty();
    for (SourceEntry entry :
        WorkingTree.open(repository, SourceEntry::isManifest, TreeLimits.DEFAULT)
            .orElseThrow()
            .entries()) {
      SourceContent.Readable content = (SourceContent.Readable) entry.read();
      String path = entry.path();
      tree = tree.with(path.substring(path.indexOf(INSIDE) + INSIDE.length()), content.bytes());
    }
    CompileRequest request =
        new CompileRequest(
            tree, LocalDate.of(2026, 6, 1), PolicySelection.profile(profile), Optional.of("1.36"));
    return new Compiler(BuiltInPolicies.load()).compile(request).findings();
  }

  private static String line(Diagnostic finding) {
    return "%s:%s %s %s"
        .formatted(
            finding.range().file().path(),
            finding.range().startPosition().line(),
            finding.severity().id(),
            finding.code());
  }
}
