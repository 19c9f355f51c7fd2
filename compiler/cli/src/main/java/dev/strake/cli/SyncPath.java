package dev.strake.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where sources are, and as of when. */
final class SyncPath {

  @Parameters(
      paramLabel = "PATH",
      description = "A cluster, a repository of clusters, or any folder of manifests.")
  private Path path = Path.of("");

  @Option(
      names = "--rev",
      paramLabel = "REV",
      description = "As it is at a revision, and not on disk.")
  private @Nullable String revision;

  Path path() {
    return path;
  }

  /** Empty for what is on disk. */
  Optional<String> revision() {
    return Optional.ofNullable(revision);
  }
}
