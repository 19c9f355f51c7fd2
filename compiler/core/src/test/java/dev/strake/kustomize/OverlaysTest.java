package dev.strake.kustomize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.PolicySelection;
import dev.strake.rendering.HelmRelease;
import dev.strake.rendering.RenderInput;
import dev.strake.rendering.RenderResult;
import dev.strake.rendering.Renderer;
import dev.strake.source.InMemoryTree;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What a tool gets to see of overlays, and what is said of what it gives back. */
class OverlaysTest {

  private static final String WEB =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      """;

  private final Queue<RenderInput> asked = new ConcurrentLinkedQueue<>();

  @Test
  void aToolSeesWhatTheOverlayLeadsToAndNothingElse() {
    InMemoryTree tree =
        InMemoryTree.of("overlay/kustomization.yaml", "resources: [../base]")
            .with("overlay/unused.yaml", WEB)
            .with("base/kustomization.yaml", "resources: [web.yaml] # by hand")
            .with("base/web.yaml", WEB)
            .with("secret/keys.yaml", WEB);

    compile(tree, new RenderResult.Rendered(WEB));

    RenderInput input = asked.remove();
    assertTrue(asked.isEmpty(), "the base is not built by itself");
    assertEquals("around", input.folder());
    assertEquals(
        List.of(
            "around/kustomization.yaml",
            "tree/base/kustomization.yaml",
            "tree/base/web.yaml",
            "tree/overlay/kustomization.yaml"),
        List.copyOf(input.files().keySet()));
    assertEquals("resources:\n- web.yaml\n", text(input, "tree/base/kustomization.yaml"));
    assertEquals(WEB, text(input, "tree/base/web.yaml"));
    assertEquals(
        "resources:\n- ../tree/overlay\nbuildMetadata:\n- originAnnotations\n",
        text(input, "around/kustomization.yaml"));
  }

  @Test
  void whatWasUnderstoodOfATextIsWhatRuns() {
    String transformer =
        """
        transformers:
        - |-
          apiVersion: &v builtin
          kind: NamespaceTransformer # not what it seems
          metadata: {name: n, namespace: shop}
        """;

    compile(InMemoryTree.of("kustomization.yaml", transformer), new RenderResult.Rendered(""));

    String seen = text(asked.remove(), "tree/kustomization.yaml");
    assertTrue(seen.contains("kind: NamespaceTransformer\n"), seen);
    assertTrue(!seen.contains("&v") && !seen.contains("#"), seen);
  }

  @Test
  void whatTheOutermostAsksForIsAskedForStill() {
    String kustomization =
        """
        resources: []
        buildMetadata: [managedByLabel]
        sortOptions: {order: fifo}
        """;

    compile(InMemoryTree.of("kustomization.yaml", kustomization), new RenderResult.Rendered(""));

    assertEquals(
        """
        resources:
        - ../tree
        buildMetadata:
        - managedByLabel
        - originAnnotations
        sortOptions:
          order: fifo
        """,
        text(asked.remove(), "around/kustomization.yaml"));
  }

  @Test
  void whatAToolSaysIsReportedWithTheUsersPaths() {
    InMemoryTree tree = InMemoryTree.of("web/kustomization.yaml", "resources: []");

    List<Diagnostic> findings =
        compile(tree, new RenderResult.Failed("no match in '../tree/web':\n  tree/web/x.yaml"));

    assertEquals(
        List.of(
            "web/kustomization.yaml:1:1 error compile/build-failed: Kustomize does not build it: no"
                + " match in 'web':; web/x.yaml"),
        findings.stream().map(Diagnostic::toString).toList());
  }

  @Test
  void configurationsThatAToolQuotesAreLeftOut() {
    InMemoryTree tree = InMemoryTree.of("kustomization.yaml", "resources: []");
    String problem = "trouble configuring builtin SecretGenerator with config: `\na: secret\n`: no";

    List<Diagnostic> findings = compile(tree, new RenderResult.Failed(problem));

    assertEquals(
        "Kustomize does not build it: trouble configuring builtin SecretGenerator: no",
        findings.get(0).message());
  }

  @Test
  void whatCannotBeReadIsToldByItsLine() {
    InMemoryTree tree =
        InMemoryTree.of("kustomization.yaml", "resources: [web.yaml]")
            .with("web.yaml", "kind: ConfigMap\n  name: [\n");

    List<Diagnostic> findings = compile(tree, new RenderResult.Failed("malformed"));

    assertEquals(
        List.of("compile/build-failed", "yaml/syntax"),
        findings.stream().map(finding -> finding.code().id()).toList());
    assertEquals(2, findings.get(1).range().startPosition().line());
  }

  @Test
  void oneFindingSaysThatThereIsNoTool() {
    InMemoryTree tree =
        InMemoryTree.of("a/kustomization.yaml", "resources: []")
            .with("b/kustomization.yaml", "resources: []");

    List<Diagnostic> findings = compile(tree, new RenderResult.Unavailable("it is not here"));

    assertEquals(1, findings.size());
    assertEquals(
        "a/kustomization.yaml:1:1 warning compile/not-rendered: a Kustomization is not rendered, so"
            + " that nothing of it is checked or compiled: it is not here",
        findings.get(0).toString());
    assertEquals("b/kustomization.yaml", findings.get(0).related().get(0).range().file().path());
  }

  @Test
  void overlaysThatLeadToEachOtherAreBuiltSoThatTheToolCanSayIt() {
    InMemoryTree tree =
        InMemoryTree.of("a/kustomization.yaml", "resources: [../b]")
            .with("b/kustomization.yaml", "resources: [../a]");

    List<Diagnostic> findings = compile(tree, new RenderResult.Failed("cycle detected"));

    assertEquals(2, findings.size());
    assertEquals(2, asked.size());
  }

  private List<Diagnostic> compile(InMemoryTree tree, RenderResult result) {
    Renderer tool =
        new Renderer() {
          @Override
          public RenderResult kustomize(RenderInput input) {
            asked.add(input);
            return result;
          }

          @Override
          public RenderResult helm(RenderInput input, HelmRelease release) {
            throw new AssertionError("there is no chart");
          }
        };
    CompileRequest request =
        new CompileRequest(
                tree, LocalDate.of(2026, 1, 1), PolicySelection.profile("none"), Optional.empty())
            .with(tool);
    return new Compiler(List.of())
        .compile(request).findings().diagnostics().stream()
            .filter(finding -> !finding.code().id().equals("compile/unused-file"))
            .toList();
  }

  private static String text(RenderInput input, String path) {
    return new String(input.files().get(path), StandardCharsets.UTF_8);
  }
}
