package dev.strake.bundle;

import dev.strake.source.SourceRange;

/**
 * What the index says about a file.
 *
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param phase as {@link Phase#id} names it
 * @param sourceFile the file of the spec, or the user's manifest, that caused it; relative to the
 *     folder of cluster.yaml, so that a clone and an archive give the same index
 * @param sourceLine 1-based
 */
public record IndexEntry(
    ArtifactPath path,
    String sha256,
    FileMode mode,
    String phase,
    String sourceFile,
    int sourceLine) {

  static IndexEntry of(Artifact artifact, String home) {
    SourceRange origin = artifact.origin();
    return new IndexEntry(
        artifact.path(),
        Sha256.of(Sha256.bytes(artifact)),
        artifact.mode(),
        artifact.phase().id(),
        relative(origin.file().path(), home),
        origin.startPosition().line());
  }

  private static String relative(String path, String home) {
    String prefix = home + "/";
    return !home.isEmpty() && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }
}
