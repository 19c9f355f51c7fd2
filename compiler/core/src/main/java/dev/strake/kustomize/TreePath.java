package dev.strake.kustomize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths in the repository, with {@code /}; the root is the empty text. */
final class TreePath {

  private TreePath() {}

  /**
   * What an entry means in a file of some folder.
   *
   * @return empty if it is absolute or leads out of the repository
   */
  static Optional<String> resolve(String folder, String entry) {
    if (entry.startsWith("/") || entry.indexOf('\\') >= 0 || entry.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    Deque<String> names = new ArrayDeque<>();
    for (String name : join(folder, entry).split("/", -1)) {
      if (name.equals("..")) {
        if (names.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return Optional.of(String.join("/", names));
  }

  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Whether a path lies in a folder, however deep. */
  static boolean isBelow(String path, String folder) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }

  /** How a path is written in a file of some folder. */
  static String relative(String folder, String path) {
    StringBuilder up = new StringBuilder();
    String at = folder;
    while (!isBelow(path, at)) {
      up.append("../");
      at = parent(at);
    }
    return up + (at.isEmpty() ? path : path.substring(at.length() + 1));
  }
}
