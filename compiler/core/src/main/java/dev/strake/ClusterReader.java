package dev.strake;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.input.ClusterFolder;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.SpecBinder;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlFile;
import java.util.List;
import java.util.Optional;

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
   * @param hasErrors whether anything was wrong with it, so that nothing may be generated from it
   */
  record Read(Optional<Bound<Cluster>> cluster, boolean hasErrors) {

    static final Read FAILED = new Read(Optional.empty(), true);
  }

  Read read(ClusterFolder folder) {
    return reader.read(folder.clusterFile()).map(this::read).orElse(Read.FAILED);
  }

  private Read read(YamlFile file) {
    List<YamlDocument> documents = file.documents();
    if (documents.isEmpty()) {
      if (file.withheld().isEmpty()) {
        sink.report(empty(file));
      }
      return Read.FAILED;
    }
    documents.stream().skip(1).forEach(extra -> sink.report(extraDocument(extra)));
    Checked<Bound<Cluster>> bound = SpecBinder.bind(documents.get(0));
    bound.diagnostics().forEach(sink::report);
    boolean whole =
        documents.size() == 1
            && file.withheld().isEmpty()
            && bound.diagnostics().stream().noneMatch(d -> d.severity() == Severity.ERROR);
    return new Read(bound.asOptional(), !whole);
  }

  private static Diagnostic empty(YamlFile file) {
    return Diagnostic.of(EMPTY, file.file().beginning(), "the cluster's file says nothing")
        .withHelp("begin with apiVersion: " + Cluster.API_VERSION + " and kind: " + Cluster.KIND);
  }

  private static Diagnostic extraDocument(YamlDocument document) {
    return Diagnostic.of(
            EXTRA_DOCUMENT,
            document.file().range(document.root().start(), document.root().start()),
            "a cluster.yaml holds one document")
        .withHelp("move what belongs to the cluster's workloads to a file below apps or manifests");
  }
}
