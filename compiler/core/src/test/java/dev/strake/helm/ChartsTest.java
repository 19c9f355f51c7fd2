package dev.strake.helm;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What a tool gets to see of charts, and what is said of what it gives back. */
class ChartsTest {

  private static final String CHART =
      """
      apiVersion: v2
      name: shop
      version: 1.0.0
      """;

  private static final String MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: {{ .Release.Name }}
      data:
        {{- range .Values.ports }}
        port-{{ . }}: {{ . }}
        {{- end }}
        password: {{ randAlphaNum 8 }}
      """;

  private final Queue<RenderInput> seen = new ConcurrentLinkedQueue<>();
  private final Queue<HelmRelease> releases = new ConcurrentLinkedQueue<>();
  private Optional<String> version = Optional.empty();

  @Test
  void theToolSeesTheChartAndNothingElse() {
    version = Optional.of("1.34");
    InMemoryTree tree =
        InMemoryTree.of("charts/web/Chart.yaml", CHART)
            .with("charts/web/templates/map.yaml", MAP)
            .with("charts/web/files/logo.png", new byte[] {(byte) 0xff})
            .with("charts/webshop/secret.yaml", "a: b");

    compile(tree, new RenderResult.Rendered(""));

    assertEquals(
        List.of("Chart.yaml", "files/logo.png", "templates/map.yaml"),
        List.copyOf(seen.remove().files().keySet()));
    assertEquals(new HelmRelease("web", "default", List.of(), "v1.34.0"), releases.remove());
  }

  @Test
  void aFolderWhoseNameIsNoReleasesGivesWayToTheChart() {
    compile(InMemoryTree.of("My_Shop/Chart.yaml", CHART), new RenderResult.Rendered(""));

    assertEquals("shop", releases.remove().name());
  }

  @Test
  void aLibraryMakesNothing() {
    InMemoryTree tree = InMemoryTree.of("common/Chart.yaml", CHART + "type: library\n");

    assertEquals(List.of(), compile(tree, new RenderResult.Failed("not asked")));
    assertTrue(seen.isEmpty());
  }

  @Test
  void aLineThatDiffersEachTimeIsReportedWhereItIsWritten() {
    InMemoryTree tree = InMemoryTree.of("Chart.yaml", CHART).with("templates/map.yaml", MAP);
    String made =
        """
        ---
        # Source: shop/templates/map.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: shop
        data:
          port-80: "80"
          port-443: "443"
          password: kjbAh3Jd
        """;

    List<Diagnostic> findings = compile(tree, new RenderResult.Rendered(made, 10));

    assertEquals(
        List.of(
            "templates/map.yaml:9:3 warning compile/not-reproducible: this line is different each"
                + " time the chart is rendered, so what was reviewed is not what is applied"),
        strings(findings));
    assertEquals("password: {{ randAlphaNum 8 }}", findings.get(0).range().text());
  }

  @Test
  void hooksAreNamedAndTestsAreNot() {
    InMemoryTree tree =
        InMemoryTree.of("Chart.yaml", CHART)
            .with(
                "templates/hooks.yaml",
                """
                metadata:
                  annotations:
                    "helm.sh/hook": pre-install,pre-upgrade
                    "helm.sh/hook-weight": "5"
                ---
                metadata: {annotations: {helm.sh/hook: test}}
                """)
            .with("README.md", "helm.sh/hook: pre-install");

    List<Diagnostic> findings = compile(tree, new RenderResult.Rendered(""));

    assertEquals(1, findings.size());
    assertEquals("compile/chart-hook", findings.get(0).code().id());
    assertEquals("pre-install,pre-upgrade", findings.get(0).range().text());
  }

  @Test
  void whatHelmSaysStandsAtTheLineThatItNames() {
    InMemoryTree tree =
        InMemoryTree.of("web/Chart.yaml", CHART).with("web/templates/map.yaml", MAP);
    String problem =
        "template: shop/templates/map.yaml:4:19: executing \"shop/templates/map.yaml\" at <.x>: no";

    List<Diagnostic> findings = compile(tree, new RenderResult.Failed(problem));

    assertEquals(
        List.of(
            "web/templates/map.yaml:4:1 error compile/render-failed: Helm does not render the"
                + " chart: "
                + problem),
        strings(findings));
  }

  @Test
  void whatHelmSaysOfAFileStandsThere() {
    InMemoryTree tree = InMemoryTree.of("Chart.yaml", CHART).with("templates/map.yaml", MAP);

    for (String problem :
        List.of(
            "YAML parse error on shop/templates/map.yaml: error converting YAML to JSON: line 3",
            "parse error at (shop/templates/map.yaml:1): function \"x\" not defined")) {
      List<Diagnostic> findings = compile(tree, new RenderResult.Failed(problem));
      assertEquals("templates/map.yaml", findings.get(0).range().file().path(), problem);
    }
    for (String problem :
        List.of("values don't meet the schema", "error on shop/gone.yaml: x", "a/b:99999999999")) {
      List<Diagnostic> findings = compile(tree, new RenderResult.Failed(problem));
      assertEquals("Chart.yaml", findings.get(0).range().file().path(), problem);
    }
  }

  @Test
  void definitionsOfKindsAreReadWhereTheyStand() {
    InMemoryTree tree =
        InMemoryTree.of("web/Chart.yaml", CHART)
            .with(
                "web/crds/shop.yaml",
                "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: 1\n");

    List<Diagnostic> findings = compile(tree, new RenderResult.Rendered(""));

    assertTrue(!findings.isEmpty());
    findings.forEach(finding -> assertEquals("web/crds/shop.yaml", finding.range().file().path()));
  }

  @Test
  void textThatIsNoYamlIsReportedWhereItIsMade() {
    InMemoryTree tree = InMemoryTree.of("Chart.yaml", CHART).with("templates/map.yaml", MAP);
    String made =
        """
        ---
        # Source: shop/templates/map.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: "shop
        """;

    List<Diagnostic> findings = compile(tree, new RenderResult.Rendered(made));

    assertEquals("templates/map.yaml", findings.get(0).range().file().path());
    assertEquals("yaml/syntax", findings.get(0).code().id());
  }

  private List<Diagnostic> compile(InMemoryTree tree, RenderResult result) {
    Renderer tool =
        new Renderer() {
          @Override
          public RenderResult kustomize(RenderInput input) {
            throw new AssertionError("there is no overlay");
          }

          @Override
          public RenderResult helm(RenderInput input, HelmRelease release) {
            seen.add(input);
            releases.add(release);
            return result;
          }
        };
    CompileRequest request =
        new CompileRequest(tree, LocalDate.of(2026, 1, 1), PolicySelection.profile("none"), version)
            .with(tool);
    return new Compiler(List.of())
        .compile(request).findings().diagnostics().stream()
            .filter(finding -> !finding.code().id().equals("schema/not-an-object"))
            .toList();
  }

  private static List<String> strings(List<Diagnostic> findings) {
    return findings.stream().map(Diagnostic::toString).toList();
  }
}
