package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A finding about an object that nobody wrote points at what made Strake generate it so. */
class GeneratedFindingTest {

  private static final Path EXAMPLE = Path.of("../../examples/ha-production/cluster");

  private static final String POLICY =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata: {name: quota/pods}
      spec:
        title: No namespace has more than 50 pods
        severity: high
        rationale: Addresses are few.
        remediation: Lower the quota.
        profiles: [default]
        scope: object
        match:
          kinds: [{kind: ResourceQuota}]
        validations:
          - expression: int(object.spec.hard.pods) <= 50
            message: the quota allows too many pods
            at: spec.hard.pods
      """;

  private static InMemoryTree example() throws IOException {
    InMemoryTree tree = InMemoryTree.empty();
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = EXAMPLE.relativize(file).toString().replace('\\', '/');
        tree = tree.with(path, Files.readAllBytes(file));
      }
    }
    return tree;
  }

  @Test
  void itPointsAtTheLineOfTheSpec() throws IOException {
    String cluster = Files.readString(EXAMPLE.resolve("cluster.yaml"));
    List<CompiledPolicy> policies =
        new PolicyReader().read(SourceFile.of("policy.yaml", POLICY)).asOptional().orElseThrow();

    Compilation compilation =
        new Compiler(policies)
            .compile(
                new CompileRequest(
                    example(),
                    LocalDate.of(2026, 1, 1),
                    PolicySelection.DEFAULT,
                    Optional.empty()));

    List<Diagnostic> findings =
        compilation.findings().diagnostics().stream()
            .filter(found -> found.code().id().equals("quota/pods"))
            .toList();
    assertEquals(1, findings.size());
    Diagnostic finding = findings.get(0);
    int line = cluster.substring(0, cluster.indexOf("pods: 100")).split("\n").length;
    assertEquals("cluster.yaml", finding.range().file().path());
    assertEquals(line, finding.range().startPosition().line());
    assertEquals("100", finding.range().text());
    assertEquals(
        "ha-production/manifests/40-config/shop/resourcequota-quota.yaml",
        finding.related().get(0).range().file().path());
    assertEquals("\"100\"", finding.related().get(0).range().text());
  }
}
