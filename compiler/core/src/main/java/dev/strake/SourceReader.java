package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.input.RenderRoot;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ManifestReader;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of one compilation, and counts what it read. */
final class SourceReader {

  static final Code UNREADABLE_FILE = Code.error("yaml/unreadable-file");
  static final Code NOT_RENDERED = Code.error("compile/not-rendered");

  private final YamlReader yaml = YamlReader.withDefaultLimits();
  private final DiagnosticSink sink;
  private int files;
  private int documents;
  private int withheld;

  SourceReader(DiagnosticSink sink) {
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
   * The Kubernetes objects of some files, in order.
   *
   * @param unrendered how much it matters that a chart or an overlay is none of them
   */
  List<Manifest> manifests(List<SourceEntry> entries, Severity unrendered) {
    List<SourceEntry> read = new ArrayList<>();
    for (SourceEntry entry : entries) {
      RenderRoot.markedBy(entry.path())
          .ifPresentOrElse(root -> refuse(entry, root, unrendered), () -> read.add(entry));
    }
    return InParallel.map(read, entry -> reading(entry, true)).stream()
        .flatMap(reading -> note(reading).manifests().stream())
        .toList();
  }

  private void refuse(SourceEntry marker, RenderRoot root, Severity severity) {
    files++;
    withheld++;
    sink.report(
        Diagnostic.of(
                NOT_RENDERED,
                SourceFile.of(marker.path(), "").beginning(),
                "%s is not rendered by this version, so that nothing of it is checked or compiled"
                    .formatted(root.title()))
            .withSeverity(severity)
            .withHelp(
                "keep what %s prints among the sources, or name the folder in .strakeignore"
                    .formatted(root.command())));
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
