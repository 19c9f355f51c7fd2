package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.policy.PolicyReader;
import dev.strake.report.RulePage;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HandbookTest {

  private static final Path PAGES = Path.of("src/main/resources/dev/strake/explain");

  private static final String POLICY =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata: {name: shop/replicas}
      spec:
        title: Deployments have enough replicas
        severity: medium
        rationale: |
          One is
          none.
        remediation: set spec.replicas
        profiles: [default]
        scope: object
        match:
          kinds: [{apiGroup: apps, kind: Deployment}]
        validations:
          - expression: "object.spec.replicas >= 2"
            message: there are too few replicas
      """;

  @Test
  void everyPageOfTheCompilerHasATitleAndAParagraph() throws IOException {
    Handbook handbook = new Handbook(List.of());
    try (Stream<Path> files = Files.walk(PAGES)) {
      List<Path> pages = files.filter(Files::isRegularFile).toList();
      assertTrue(pages.size() > 100, "the search works");
      for (Path file : pages) {
        String code =
            file.getParent().getFileName() + "/" + file.getFileName().toString().replace(".md", "");
        RulePage page = handbook.page(code).orElseThrow();
        assertFalse(page.title().isBlank(), code);
        assertTrue(page.summary().matches("[A-Za-z0-9`].*[.)]"), code + ": " + page.summary());
        assertEquals(Files.readString(file), page.markdown());
        assertTrue(Code.info(code).isOfCompiler(), code);
      }
    }
  }

  @Test
  void aPolicysPageIsItsTitleAndItsReason() {
    Handbook handbook =
        new Handbook(
            new PolicyReader()
                .read(SourceFile.of("policy.yaml", POLICY))
                .asOptional()
                .orElseThrow());

    RulePage page = handbook.page("shop/replicas").orElseThrow();

    assertEquals("Deployments have enough replicas", page.title());
    assertEquals("One is none.", page.summary());
    assertTrue(page.markdown().startsWith("# Deployments have enough replicas\n"));
    assertEquals(Optional.empty(), handbook.page("shop/other"));
    assertEquals(Optional.empty(), handbook.page("../../etc"));
    assertFalse(Code.error("shop/replicas").isOfCompiler());
  }
}
