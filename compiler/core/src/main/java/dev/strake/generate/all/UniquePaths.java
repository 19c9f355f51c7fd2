package dev.strake.generate.all;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object that is there twice would be applied twice, the second over the first. */
final class UniquePaths {

  static final Code DUPLICATE_OBJECT = Code.error("compile/duplicate-object");

  private UniquePaths() {}

  /** The first of each path; the others are reported. */
  static List<Artifact> of(List<Artifact> artifacts, DiagnosticSink sink) {
    Map<ArtifactPath, Artifact> first = new LinkedHashMap<>();
    for (Artifact artifact : artifacts) {
      Artifact earlier = first.putIfAbsent(artifact.path(), artifact);
      if (earlier != null) {
        sink.report(duplicate(artifact, earlier));
      }
    }
    return List.copyOf(first.values());
  }

  private static Diagnostic duplicate(Artifact artifact, Artifact earlier) {
    String object =
        artifact.documents().isEmpty()
            ? artifact.path().toString()
            : artifact.documents().get(0).ref().toString();
    return Diagnostic.of(
            DUPLICATE_OBJECT, artifact.origin(), "%s is there already".formatted(object))
        .withRelated(earlier.origin(), "the first one comes from here")
        .withHelp("remove one of them");
  }
}
