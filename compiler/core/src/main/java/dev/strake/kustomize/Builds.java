package dev.strake.kustomize;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.rendering.RenderResult;
import dev.strake.rendering.RenderedText;
import dev.strake.rendering.Renderer;
import dev.strake.rendering.ToolProblem;
import dev.strake.rendering.Unrendered;
import dev.strake.source.SourceContent;
import dev.strake.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Has overlays built, and reads what comes of them. */
final class Builds {

  static final Code BUILD_FAILED = Code.error("compile/build-failed");

  private final TreeFiles tree;
  private final Renderer renderer;
  private final Severity unrendered;
  private final DiagnosticSink sink;
  private final List<Manifest> objects = new ArrayList<>();
  private final List<SourceFile> left = new ArrayList<>();
  private int failures;

  Builds(TreeFiles tree, Renderer renderer, Severity unrendered, DiagnosticSink sink) {
    this.tree = tree;
    this.renderer = renderer;
    this.unrendered = unrendered;
    this.sink = sink;
  }

  /** The objects of some overlays, in order. What cannot be built is reported. */
  List<Manifest> of(List<Overlay> overlays) {
    List<RenderResult> results =
        overlays.parallelStream().map(o -> renderer.kustomize(BuildInput.of(o))).toList();
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < overlays.size(); i++) {
      Overlay overlay = overlays.get(i);
      results
          .get(i)
          .match(
              rendered -> objects.addAll(read(overlay, rendered.yaml())),
              problem -> fail(overlay, problem),
              reason -> reasons.add(reason) && left.add(overlay.root().file()));
    }
    if (!left.isEmpty()) {
      sink.report(
          Unrendered.of("a Kustomization", "kubectl kustomize", left, reasons.get(0))
              .withSeverity(unrendered));
    }
    return objects;
  }

  /** How many were not built. */
  int failures() {
    return failures + left.size();
  }

  private List<Manifest> read(Overlay overlay, String text) {
    RenderedText rendered = new RenderedText(overlay.root().folder(), text);
    return rendered.objects(new BuiltPlaces(overlay, tree), sink);
  }

  private boolean fail(Overlay overlay, String problem) {
    failures++;
    // What is no YAML is better told by our own reader, which knows the line.
    overlay
        .texts()
        .keySet()
        .forEach(
            path ->
                tree.content(path)
                    .ifPresent(content -> problems(path, content).forEach(sink::report)));
    sink.report(
        Diagnostic.of(
            BUILD_FAILED,
            overlay.root().place(),
            "Kustomize does not build it: " + ToolProblem.plain(BuildInput.pathsOfUsers(problem))));
    return true;
  }

  private List<Diagnostic> problems(String path, SourceContent content) {
    return content.match(bytes -> tree.text(path, bytes).problems(), reason -> List.of());
  }
}
