package dev.strake.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.strake.diagnostic.Severity;
import dev.strake.kustomize.Overlays;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.WorkingTree;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of how an overlay is built here can be seen in what is built. */
class SameAsKubectlTest {

  private static final String WEB =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web, annotations: {b: c}}
      data: {port: "080", on: "yes"}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: web}
      """;

  @TempDir Path repository;
  @TempDir Path temporary;

  @Test
  void plain() throws Exception {
    file("base/kustomization.yaml", "resources: [web.yaml]\nnamePrefix: base-\n");
    file("base/web.yaml", WEB);
    file("overlay/values.env", "A=1\n");
    file(
        "overlay/kustomization.yaml",
        """
        resources: [../base]
        nameSuffix: -x
        namespace: shop
        configMapGenerator: [{name: settings, envs: [values.env]}]
        secretGenerator: [{name: keys, literals: [a=b]}]
        generatorOptions: {labels: {generated: "true"}}
        """);

    assertSame("overlay");
  }

  @Test
  void withItsOwnNotesOnObjects() throws Exception {
    file("base/kustomization.yaml", "resources: [sub/web.yaml]\nnamePrefix: base-\n");
    file("base/sub/web.yaml", WEB);
    file(
        "apps/overlay/kustomization.yaml",
        """
        resources: [../../base, own.yaml]
        nameSuffix: -x
        configMapGenerator: [{name: settings, literals: [a=b]}]
        buildMetadata: [originAnnotations, transformerAnnotations, managedByLabel]
        """);
    file("apps/overlay/own.yaml", WEB.replace("name: web", "name: own"));

    assertSame("apps/overlay");
  }

  @Test
  void inItsOwnOrder() throws Exception {
    file(
        "kustomization.yaml",
        """
        resources: [web.yaml, space.yaml]
        sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Namespace], orderLast: []}}
        """);
    file("web.yaml", WEB);
    file("space.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");

    assertSame("");
  }

  private void assertSame(String folder) throws Exception {
    List<Object> direct = trees(kubectl(repository.resolve(folder)));
    assertFalse(direct.isEmpty());
    assertEquals(direct, built());
  }

  private List<Object> built() {
    WorkingTree tree = WorkingTree.open(repository).orElseThrow();
    List<SourceEntry> markers =
        tree.entries().stream().filter(e -> e.path().endsWith("kustomization.yaml")).toList();
    List<Object> trees = new ArrayList<>();
    Overlays.build(
            new Overlays.Scope(markers, List.of(), List.of()),
            tree,
            Installed.renderer(temporary),
            Severity.ERROR,
            finding -> {
              throw new AssertionError(finding);
            })
        .objects()
        .forEach(object -> trees.add(YamlTree.of(object.root())));
    return trees;
  }

  private static String kubectl(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Installed.kubectl().toString(), "kustomize", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return text;
  }

  private static List<Object> trees(String yaml) {
    List<Object> trees = new ArrayList<>();
    YamlReader.withDefaultLimits()
        .read(
            SourceFile.of("kubectl", yaml),
            finding -> {
              throw new AssertionError(finding);
            })
        .documents()
        .stream()
        .map(YamlDocument::root)
        .map(YamlTree::of)
        .forEach(tree -> trees.add(Objects.requireNonNull(tree)));
    return trees;
  }

  private void file(String path, String text) throws IOException {
    Path file = repository.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }
}
