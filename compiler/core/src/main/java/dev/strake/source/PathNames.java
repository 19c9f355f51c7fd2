package dev.strake.source;

import java.nio.file.Path;
import java.util.StringJoiner;

/** Paths as findings name them. */
final class PathNames {

  private PathNames() {}

  /** With {@code /} on every system; empty for the root itself. */
  static String relative(Path root, Path path) {
    StringJoiner names = new StringJoiner("/");
    for (Path name : root.relativize(path)) {
      names.add(name.toString());
    }
    return names.toString();
  }

  /** The whole path with {@code /} on every system. */
  static String text(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }
}
