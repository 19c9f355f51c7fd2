package dev.strake.helm;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ManifestReader;
import dev.strake.rendering.RenderInput;
import dev.strake.rendering.RenderResult;
import dev.strake.rendering.RenderTarget;
import dev.strake.rendering.RenderedText;
import dev.strake.rendering.Renderer;
import dev.strake.rendering.ToolProblem;
import dev.strake.rendering.Unrendered;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.source.SourceTree;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The door to this package: renders the charts of a tree. */
public final class Charts {

  static final Code RENDER_FAILED = Code.error("compile/render-failed");
  static final Code NOT_REPRODUCIBLE = Code.error("compile/not-reproducible");

  /** Files that Helm creates before everything else, and never renders. */
  private static final Pattern DEFINITIONS =
      Pattern.compile("(?:charts/[^/]+/)*crds/.*\\.(?:yaml|yml|json)");

  private final Renderer renderer;
  private final RenderTarget target;
  private final DiagnosticSink sink;
  private final List<SourceFile> left = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private int files;
  private int failures;

  private Charts(Renderer renderer, RenderTarget target, DiagnosticSink sink) {
    this.renderer = renderer;
    this.target = target;
    this.sink = sink;
  }

  /**
   * What became of charts.
   *
   * @param objects that were rendered, and definitions of kinds that stand in the charts
   * @param files that were read
   * @param withheld charts that were not rendered
   */
  public record Result(List<Manifest> objects, int files, int withheld) {}

  /**
   * Renders charts; what is not rendered is reported.
   *
   * @param markers their Chart.yaml files
   */
  public static Result render(
      List<SourceEntry> markers,
      SourceTree tree,
      Renderer renderer,
      RenderTarget target,
      DiagnosticSink sink) {
    Charts charts = new Charts(renderer, target, sink);
    List<Chart> sound =
        markers.stream().flatMap(marker -> charts.sound(ChartReader.read(marker, tree))).toList();
    List<RenderResult> results = sound.parallelStream().map(charts::rendered).toList();
    List<Manifest> objects = new ArrayList<>();
    for (int i = 0; i < sound.size(); i++) {
      objects.addAll(charts.objects(sound.get(i), results.get(i)));
    }
    charts.reportLeft();
    return new Result(objects, charts.files, charts.failures + charts.left.size());
  }

  private Stream<Chart> sound(ChartReader.Result read) {
    List<Diagnostic> problems = new ArrayList<>(read.problems());
    read.chart().ifPresent(chart -> files += chart.files().size());
    if (problems.isEmpty()) {
      read.chart()
          .ifPresent(chart -> problems.addAll(ChartRefusals.of(chart, target.unrendered())));
    }
    problems.forEach(sink::report);
    failures += problems.isEmpty() ? 0 : 1;
    return problems.isEmpty()
        ? read.chart().stream().filter(chart -> !chart.isLibrary())
        : Stream.empty();
  }

  private RenderResult rendered(Chart chart) {
    return renderer.helm(
        new RenderInput("", NoLookup.in(chart.files())), Releases.of(chart, target));
  }

  private List<Manifest> objects(Chart chart, RenderResult result) {
    ChartSources sources = new ChartSources(chart);
    return result.match(
        rendered -> read(chart, sources, rendered),
        problem -> {
          failures++;
          String plain = ToolProblem.plain(problem);
          sink.report(
              Diagnostic.of(
                  RENDER_FAILED,
                  HelmProblem.place(problem, sources),
                  "Helm does not render the chart: " + plain));
          return List.of();
        },
        reason -> {
          reasons.add(reason);
          left.add(chart.description());
          return List.of();
        });
  }

  private List<Manifest> read(Chart chart, ChartSources sources, RenderResult.Rendered rendered) {
    Severity ofHooks = target.unrendered() == Severity.ERROR ? Severity.WARNING : Severity.INFO;
    HookNotes.of(chart, sources, ofHooks).forEach(sink::report);
    RenderedText text = new RenderedText(chart.folder(), rendered.yaml());
    TemplatePlaces places = new TemplatePlaces(chart, sources, text.file());
    if (rendered.differsAt() > 0) {
      SourceRange line = text.file().line(Math.min(rendered.differsAt(), text.file().lineCount()));
      sink.report(changing(places.origin(line)));
    }
    List<Manifest> objects = new ArrayList<>(definitions(chart, sources));
    objects.addAll(text.objects(places, sink));
    return objects;
  }

  private Diagnostic changing(SourceRange place) {
    return Diagnostic.of(
            NOT_REPRODUCIBLE,
            place,
            "this line is different each time the chart is rendered, so what was reviewed is not"
                + " what is applied")
        .withSeverity(target.unrendered())
        .withHelp("take the value from the chart's values or from a Secret, not from chance");
  }

  private List<Manifest> definitions(Chart chart, ChartSources sources) {
    return chart.files().keySet().stream()
        .filter(path -> DEFINITIONS.matcher(path).matches())
        .flatMap(path -> sources.file(path).stream())
        .map(file -> YamlReader.withDefaultLimits().read(file, sink))
        .flatMap(yaml -> ManifestReader.read(yaml, sink).stream())
        .toList();
  }

  private void reportLeft() {
    if (!left.isEmpty()) {
      sink.report(
          Unrendered.of("a Helm chart", "helm template", left, reasons.get(0))
              .withSeverity(target.unrendered()));
    }
  }
}
