package dev.strake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

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

  /** Copies what lies beside the cluster.yaml, whose spec names some of it. */
  static void copyFilesTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(folder().relativize(file).toString());
        if (!copy.endsWith("cluster.yaml")) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
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
