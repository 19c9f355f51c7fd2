package dev.strake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example that readers copy, for tests that break it. */
final class ExampleCluster {

  private ExampleCluster() {}

  /** The folder with its cluster.yaml. */
  static Path folder() {
    return repository().resolve("examples/ha-production/cluster");
  }

  static String text() {
    try {
      return Files.readString(folder().resolve("cluster.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root of this project's repository. */
  static Path repository() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    return at;
  }
}
