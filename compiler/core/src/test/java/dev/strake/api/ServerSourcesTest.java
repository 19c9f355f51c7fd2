package dev.strake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.fixtures.ExpectedFinding;
import dev.strake.fixtures.MarkerParser;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ManifestReader;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.schema.SchemaCheck;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Kubernetes' sources say of objects, by kind: each document names the function that decides,
 * and marks the places at which a server refuses it. One without a mark is accepted. A first line
 * {@code # Kubernetes 1.34} names the server; else it is the newest that is known.
 */
class ServerSourcesTest {

  private static final Path CASES = Path.of("src/test/resources/api/sources");
  private static final String TARGET = "# Kubernetes 1.";
  private static final int NEWEST = 36;

  @TestFactory
  Stream<DynamicTest> theRulesSayWhatTheSourcesSay() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList().stream()
          .map(
              path ->
                  DynamicTest.dynamicTest(
                      path.getFileName().toString(), path.toUri(), () -> verify(path)));
    }
  }

  private static void verify(Path path) {
    String text = text(path);
    int minor =
        text.startsWith(TARGET)
            ? Integer.parseInt(text.lines().findFirst().orElse("").substring(TARGET.length()))
            : NEWEST;
    String name = path.getFileName().toString();
    List<ExpectedFinding> expected = MarkerParser.markers(name, text);
    List<Diagnostic> unreadable = new ArrayList<>();
    SourceFile file = SourceFile.of(name, text);
    List<Manifest> objects =
        ManifestReader.read(
            YamlReader.withDefaultLimits().read(file, unreadable::add), unreadable::add);
    unreadable.removeIf(finding -> finding.severity() != Severity.ERROR);
    assertEquals(List.of(), unreadable);

    List<Diagnostic> found = new ArrayList<>();
    List<Diagnostic> structural = new ArrayList<>();
    SchemaCheck schemas =
        new SchemaCheck(KubernetesSchemas.forVersion("1." + NEWEST).orElseThrow());
    for (Manifest object : objects) {
      found.addAll(ApiRules.check(object, ApiContext.ofMinor(minor)));
      schemas.check(object, structural::add);
    }
    ExpectedFinding.assertMatch(expected, found);
    structural.removeIf(
        finding ->
            finding.severity() != Severity.ERROR
                || minor != NEWEST
                || found.stream().anyMatch(rule -> rule.range().equals(finding.range())));
    assertEquals(List.of(), structural, "a case is about rules, not about shapes");
    assertTrue(!objects.isEmpty(), "no objects");
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
