package dev.strake.source;

import java.util.List;
import java.util.Optional;

/**
 * A part of a repository: a folder on disk, a folder at a Git revision, or files made up by a test.
 *
 * <p>A tree is read by people's machines on strangers' behalf, so nothing in it is trusted: an
 * entry that could lead out of the tree or cannot be read is in the list all the same, refused with
 * its reason, so that nothing is skipped silently.
 */
public interface SourceTree {

  /** Every file, in {@link SourceEntry#ORDER}; no path twice. */
  List<SourceEntry> entries();

  /**
   * A file that somebody names, whatever its ending; like any entry it may be refused.
   *
   * @param path from the tree's root, with {@code /}, without {@code .} and {@code ..}
   * @return empty if there is no such file
   */
  default Optional<SourceEntry> file(String path) {
    return entries().stream().filter(entry -> entry.path().equals(path)).findFirst();
  }

  /**
   * Every file in a folder and below it, whatever its ending, in {@link SourceEntry#ORDER}; hidden
   * folders are not entered, and like any entry one may be refused.
   *
   * @param folder from the tree's root, with {@code /}, without {@code .} and {@code ..}; empty for
   *     the root
   * @return empty if there is no such folder
   */
  default List<SourceEntry> files(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return entries().stream().filter(entry -> entry.path().startsWith(prefix)).toList();
  }

  /** Whether a file of this name would be in the tree if it were there. */
  default boolean covers(String path) {
    return true;
  }
}
