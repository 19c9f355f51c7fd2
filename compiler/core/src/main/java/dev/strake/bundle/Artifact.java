package dev.strake.bundle;

import dev.strake.manifest.Manifest;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.List;

/**
 * One file of the output.
 *
 * @param path below the cluster's folder, with {@code /}, made by {@link ArtifactPath}
 * @param file its text, under the path it has in the output
 * @param origin what in the spec, or in a user's manifest, caused it
 * @param documents the Kubernetes-like documents in it, component configurations included; empty
 *     for other files
 */
public record Artifact(
    ArtifactPath path,
    FileMode mode,
    Phase phase,
    SourceFile file,
    SourceRange origin,
    List<Manifest> documents) {

  public Artifact {
    documents = List.copyOf(documents);
  }

  public String text() {
    return file.text();
  }
}
