package dev.strake.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.rendering.HelmRelease;
import dev.strake.rendering.RenderInput;
import dev.strake.rendering.RenderResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger's chart may do to the machine that checks it. */
class HelmLibraryTest {

  private static final HelmRelease RELEASE =
      new HelmRelease("shop", "default", List.of(), "v1.36.4");

  @TempDir Path temporary;

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private Bounds bounds = Bounds.HELM;

  @BeforeEach
  void makeAChart() {
    file("Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void rendersForTheRelease() {
    file("values.yaml", "a: own\nb: own\n");
    file("values-prod.yaml", "b: größer\n");
    file(
        "templates/map.yaml",
        """
        name: {{ .Release.Name }}
        namespace: {{ .Release.Namespace }}
        version: {{ .Capabilities.KubeVersion.Version }}
        values: {{ .Values.a }} {{ .Values.b }}
        """);
    HelmRelease release = new HelmRelease("shop", "front", List.of("values-prod.yaml"), "v1.36.4");

    assertEquals(
        new RenderResult.Rendered(
            """
            ---
            # Source: web/templates/map.yaml
            name: shop
            namespace: front
            version: v1.36.4
            values: own größer
            """),
        render(release));
  }

  @Test
  void aTemplateWithoutAnEndIsEnded() {
    file(
        "templates/map.yaml",
        "{{ range $i, $e := until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}");
    bounds = bounds.withTime(Duration.ofSeconds(3));

    assertEquals(new RenderResult.Failed("it took longer than 3 seconds"), render(RELEASE));
  }

  @Test
  void aTemplateThatTakesAllMemoryIsEnded() {
    file(
        "templates/map.yaml",
        "{{ $x := \"aaaaaaaa\" }}{{ range until 40 }}{{ $x = print $x $x }}{{ end }}{{ len $x }}");

    RenderResult result = render(RELEASE);

    String problem = assertInstanceOf(RenderResult.Failed.class, result).problem();
    assertTrue(problem.startsWith("it ended with the exit code"), problem);
    assertEquals(result, render(RELEASE), "no address in the message");
  }

  @Test
  void aTemplateThatMakesTooMuchIsEnded() {
    file("templates/map.yaml", "a: {{ repeat 2000000 \"b\" }}");
    bounds = bounds.withOutputBytes(1_000_000);

    assertEquals(new RenderResult.Failed("it printed more than 1000000 bytes"), render(RELEASE));
  }

  @Test
  void nothingOfTheMachineGetsIntoAnObject() {
    file(
        "templates/map.yaml",
        """
        files: {{ .Files.Glob "**" | len }}
        up: {{ .Files.Get "../../../../../../etc/passwd" | quote }}
        root: {{ .Files.Get "/etc/passwd" | quote }}
        host: {{ getHostByName "localhost" | quote }}
        """);

    String made = assertInstanceOf(RenderResult.Rendered.class, render(RELEASE)).yaml();

    assertTrue(made.contains("up: \"\"\n"), made);
    assertTrue(made.contains("root: \"\"\n"), made);
    assertTrue(made.contains("host: \"\"\n"), made);
  }

  @Test
  void noClusterIsAsked() {
    file("templates/map.yaml", "a: {{ lookup \"v1\" \"Secret\" \"kube-system\" \"\" }}");

    String problem = assertInstanceOf(RenderResult.Failed.class, render(RELEASE)).problem();

    assertTrue(problem.contains("dial tcp 127.0.0.1:0: "), problem);
  }

  @Test
  void complaintsAreTheSameEachTime() {
    file("templates/map.yaml", "{{ fail (printf \"%v\" .Template.BasePath) }}");

    RenderResult first = render(RELEASE);

    assertEquals(first, render(RELEASE));
    String problem = assertInstanceOf(RenderResult.Failed.class, first).problem();
    assertTrue(problem.contains("web/templates/map.yaml:1:3"), problem);
    assertFalse(problem.contains(temporary.toString()), problem);
  }

  @Test
  void whatChangesEachTimeIsNoticed() {
    file("templates/map.yaml", "a: b\nc: {{ uuidv4 }}\n");

    RenderResult.Rendered made = assertInstanceOf(RenderResult.Rendered.class, render(RELEASE));

    assertEquals(4, made.differsAt());
  }

  @Test
  void withoutTheLibraryNothingIsRendered() {
    RenderResult result = ToolRenderer.on("", temporary, Installed.JAVA, "").helm(input(), RELEASE);

    assertEquals(new RenderResult.Unavailable("this program comes without Helm"), result);
  }

  private RenderResult render(HelmRelease release) {
    return new HelmLibrary(Installed.JAVA, Installed.CLASS_PATH, new Workplace(temporary, bounds))
        .template(input(), release);
  }

  private RenderInput input() {
    return new RenderInput("", files);
  }

  private void file(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
