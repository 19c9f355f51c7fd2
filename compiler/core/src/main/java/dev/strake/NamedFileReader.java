package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.input.ClusterFolder;
import dev.strake.resolve.NamedFiles;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.FileReference;
import dev.strake.spec.FileReferences;
import dev.strake.value.RelativePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the files that a spec names beside its manifests. */
final class NamedFileReader {

  static final Code FILE_MISSING = Code.error("spec/file-missing");
  static final Code UNENCRYPTED_SECRET = Code.error("spec/unencrypted-secret");

  private final ClusterFolder folder;
  private final DiagnosticSink sink;

  NamedFileReader(ClusterFolder folder, DiagnosticSink sink) {
    this.folder = folder;
    this.sink = sink;
  }

  /** What is missing or must not be there as it is, is reported where the spec names it. */
  NamedFiles read(Bound<Cluster> cluster) {
    Map<RelativePath, SourceFile> files = new LinkedHashMap<>();
    for (FileReference reference : FileReferences.of(cluster)) {
      Optional<SourceFile> file = read(reference);
      if (reference.holdsSecret()) {
        file.filter(text -> !SopsFile.isEncrypted(text))
            .ifPresent(text -> sink.report(unencrypted(reference)));
      } else {
        file.ifPresent(text -> files.put(reference.path(), text));
      }
    }
    return new NamedFiles(files);
  }

  private Optional<SourceFile> read(FileReference reference) {
    String path = folder.resolve(reference.path().toString());
    Optional<SourceEntry> entry = folder.file(path);
    if (entry.isEmpty()) {
      sink.report(missing(reference, "there is no file " + path));
      return Optional.empty();
    }
    return entry
        .get()
        .read()
        .match(
            bytes -> Optional.of(SourceFile.decode(path, bytes)),
            reason -> {
              sink.report(missing(reference, "%s was not read: %s".formatted(path, reason)));
              return Optional.empty();
            });
  }

  private static Diagnostic missing(FileReference reference, String problem) {
    return reference
        .origin()
        .finding(FILE_MISSING, "%s: %s".formatted(reference.what(), problem))
        .withHelp("put the file there, or correct the path: it is relative to the cluster.yaml");
  }

  private static Diagnostic unencrypted(FileReference reference) {
    return reference
        .origin()
        .finding(
            UNENCRYPTED_SECRET,
            "%s holds %s, and SOPS has not encrypted it"
                .formatted(reference.path(), reference.what()))
        .withHelp(
            "encrypt it with sops encrypt --in-place, and replace what it holds: Git keeps the old"
                + " text");
  }
}
