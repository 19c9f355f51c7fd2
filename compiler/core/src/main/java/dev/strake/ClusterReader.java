package dev.strake;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.input.ClusterFolder;
import dev.strake.manifest.Manifest;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.SpecBinder;
import dev.strake.spec.SpecParts;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a cluster.yaml. */
final class ClusterReader {

  static final Code EMPTY = Code.error("spec/empty");
  static final Code EXTRA_DOCUMENT = Code.error("spec/extra-document");

  private final SourceReader reader;
  private final DiagnosticSink sink;

  ClusterReader(SourceReader reader, DiagnosticSink sink) {
    this.reader = reader;
    this.sink = sink;
  }

  /**
   * What was read.
   *
   * @param cluster empty if too little of it could be understood
   * @param written the document, put together from its files; empty as above
   * @param includes the further files that hold parts of it, by their paths from the root
   * @param hasErrors whether anything was wrong with it, so that nothing may be generated from it
   */
  record Read(
      Optional<Bound<Cluster>> cluster,
      Optional<YamlMapping> written,
      Set<String> includes,
      boolean hasErrors) {

    static final Read FAILED = new Read(Optional.empty(), Optional.empty(), Set.of(), true);

    /** The cluster as policies see it; empty if anything is wrong with it. */
    Optional<Manifest> asManifest() {
      return hasErrors
          ? Optional.empty()
          : written.flatMap(root -> cluster.map(bound -> SpecManifest.of(root, bound.value())));
    }
  }

  Read read(ClusterFolder folder) {
    return reader.read(folder.clusterFile()).map(file -> read(folder, file)).orElse(Read.FAILED);
  }

  private Read read(ClusterFolder folder, YamlFile file) {
    List<YamlDocument> documents = file.documents();
    if (documents.isEmpty()) {
      if (file.withheld().isEmpty()) {
        sink.report(empty(file));
      }
      return Read.FAILED;
    }
    documents.stream().skip(1).forEach(extra -> sink.report(extraDocument(extra)));
    ClusterIncludes includes = new ClusterIncludes(reader, folder, sink);
    List<YamlDocument> parts = includes.read(documents.get(0));
    List<Diagnostic> findings = new ArrayList<>();
    YamlDocument merged = SpecParts.merge(documents.get(0), parts, findings::add);
    Checked<Bound<Cluster>> bound = SpecBinder.bind(merged);
    findings.addAll(bound.diagnostics());
    findings.forEach(sink::report);
    boolean whole =
        documents.size() == 1
            && file.withheld().isEmpty()
            && includes.isWhole()
            && findings.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    return new Read(
        bound.asOptional(),
        Optional.of(merged.root())
            .filter(YamlMapping.class::isInstance)
            .map(YamlMapping.class::cast),
        includes.paths(),
        !whole);
  }

  private static Diagnostic empty(YamlFile file) {
    return Diagnostic.of(EMPTY, file.file().beginning(), "the cluster's file says nothing")
        .withHelp("begin with apiVersion: " + Cluster.API_VERSION + " and kind: " + Cluster.KIND);
  }

  static Diagnostic extraDocument(YamlDocument document) {
    return Diagnostic.of(
            EXTRA_DOCUMENT,
            document.file().range(document.root().start(), document.root().start()),
            "a file of kind Cluster holds one document")
        .withHelp("move what belongs to the cluster's workloads to a file below apps or manifests");
  }
}
