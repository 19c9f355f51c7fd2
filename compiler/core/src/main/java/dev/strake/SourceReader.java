package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.helm.Charts;
import dev.strake.kustomize.Overlays;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ManifestReader;
import dev.strake.parallel.InParallel;
import dev.strake.rendering.RenderTarget;
import dev.strake.rendering.Renderer;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceTree;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files of one compilation, and counts what it read. */
final class SourceReader {

  static final Code UNREADABLE_FILE = Code.error("yaml/unreadable-file");

  private final YamlReader yaml = YamlReader.withDefaultLimits();
  private final SourceTree tree;
  private final Renderer renderer;
  private final DiagnosticSink sink;
  private int files;
  private int documents;
  private int withheld;

  /**
   * @param tree that all files are from
   * @param renderer of its overlays and charts
   */
  SourceReader(SourceTree tree, Renderer renderer, DiagnosticSink sink) {
    this.tree = tree;
    this.renderer = renderer;
    this.sink = sink;
  }

  /**
   * What one file gave.
   *
   * @param yaml empty if the file may not or cannot be read
   */
  private record Reading(
      Optional<YamlFile> yaml, List<Manifest> manifests, List<Diagnostic> findings) {}

  /** Empty if the file may not or cannot be read, which is then reported. */
  Optional<YamlFile> read(SourceEntry entry) {
    return note(reading(entry, false)).yaml();
  }

  /**
   * The Kubernetes objects of some files: those written in them, then those rendered from them.
   *
   * @param elsewhere files that describe Kustomizations which may build upon some of these
   * @param target what they are for
   */
  List<Manifest> manifests(
      List<SourceEntry> entries, List<SourceEntry> elsewhere, RenderTarget target) {
    RenderScope scope = RenderScope.of(entries);
    Stream<Manifest> written =
        InParallel.map(scope.raw(), entry -> reading(entry, true)).stream()
            .flatMap(reading -> note(reading).manifests().stream());
    return scope.isRaw()
        ? written.toList()
        : Stream.concat(written, rendered(scope, elsewhere, target).stream()).toList();
  }

  private List<Manifest> rendered(
      RenderScope scope, List<SourceEntry> elsewhere, RenderTarget target) {
    Overlays.Result overlays =
        Overlays.build(scope.overlays(elsewhere), tree, renderer, target.unrendered(), sink);
    Charts.Result charts = Charts.render(scope.charts(), tree, renderer, target, sink);
    files += overlays.files() + charts.files();
    documents += overlays.objects().size() + charts.objects().size();
    withheld += overlays.withheld() + charts.withheld();
    return Stream.concat(overlays.objects().stream(), charts.objects().stream()).toList();
  }

  private Reading reading(SourceEntry entry, boolean ofManifests) {
    List<Diagnostic> findings = new ArrayList<>();
    Optional<YamlFile> file =
        entry
            .read()
            .match(
                bytes ->
                    Optional.of(yaml.read(SourceFile.decode(entry.path(), bytes), findings::add)),
                reason -> refuse(entry.path(), reason, findings));
    List<Manifest> manifests =
        ofManifests
            ? file.map(read -> ManifestReader.read(read, findings::add)).orElse(List.of())
            : List.of();
    return new Reading(file, manifests, findings);
  }

  private static Optional<YamlFile> refuse(String path, String reason, List<Diagnostic> findings) {
    findings.add(
        Diagnostic.of(
            UNREADABLE_FILE,
            SourceFile.of(path, "").beginning(),
            "the file was not read: " + reason));
    return Optional.empty();
  }

  private Reading note(Reading reading) {
    files++;
    withheld += reading.yaml().map(file -> file.withheld().size()).orElse(1);
    documents +=
        reading.yaml().map(file -> file.documents().size() + file.withheld().size()).orElse(0);
    reading.findings().forEach(sink::report);
    return reading;
  }

  int files() {
    return files;
  }

  int documents() {
    return documents;
  }

  int withheld() {
    return withheld;
  }
}
