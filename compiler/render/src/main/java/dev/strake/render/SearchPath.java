package dev.strake.render;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds programs as a shell does, but never in a folder that depends on where one stands. */
record SearchPath(List<Path> folders) {

  /**
   * @param text as in the variable PATH
   */
  static SearchPath of(String text) {
    return new SearchPath(
        Arrays.stream(text.split(File.pathSeparator, -1))
            .flatMap(folder -> path(folder).stream())
            .filter(Path::isAbsolute)
            .toList());
  }

  private static Optional<Path> path(String folder) {
    try {
      return Optional.of(Path.of(folder));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  Optional<Path> find(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
