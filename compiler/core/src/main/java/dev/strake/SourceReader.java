package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
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

  private final YamlReader yaml = YamlReader.withDefaultLimits();
  private final DiagnosticSink sink;
  private int files;
  private int documents;
  private int withheld;

  SourceReader(DiagnosticSink sink) {
    this.sink = sink;
  }

  /** Empty if the file may not or cannot be read, which is then reported. */
  Optional<YamlFile> read(SourceEntry entry) {
    files++;
    Optional<SourceFile> source =
        entry
            .read()
            .match(
                bytes -> Optional.of(SourceFile.decode(entry.path(), bytes)),
                reason -> refuse(entry.path(), reason));
    return source.map(this::parse);
  }

  private Optional<SourceFile> refuse(String path, String reason) {
    withheld++;
    sink.report(
        Diagnostic.of(
            UNREADABLE_FILE,
            SourceFile.of(path, "").beginning(),
            "the file was not read: " + reason));
    return Optional.empty();
  }

  private YamlFile parse(SourceFile source) {
    YamlFile file = yaml.read(source, sink);
    documents += file.documents().size() + file.withheld().size();
    withheld += file.withheld().size();
    return file;
  }

  /** The Kubernetes objects of some files, in order. */
  List<Manifest> manifests(List<SourceEntry> entries) {
    List<Manifest> manifests = new ArrayList<>();
    for (SourceEntry entry : entries) {
      read(entry).ifPresent(file -> manifests.addAll(ManifestReader.read(file, sink)));
    }
    return manifests;
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
