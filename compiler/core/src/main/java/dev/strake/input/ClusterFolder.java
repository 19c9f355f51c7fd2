package dev.strake.input;

import dev.strake.source.SourceEntry;
import dev.strake.source.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder with a cluster.yaml.
 *
 * @param path relative to the root, with {@code /}; empty for the root itself
 * @param clusterFile the cluster.yaml
 * @param entries everything else in the folder that may be an input, sorted by path
 * @param tree that the folder is in
 */
public record ClusterFolder(
    String path, SourceEntry clusterFile, List<SourceEntry> entries, SourceTree tree) {

  /** The entries below one of the folder's own subfolders, such as {@code apps/team-a}. */
  public List<SourceEntry> below(String subfolder) {
    String prefix = resolve(subfolder) + "/";
    return entries.stream().filter(entry -> entry.path().startsWith(prefix)).toList();
  }

  /** A path inside the folder as a path from the root. */
  public String resolve(String inside) {
    return path.isEmpty() ? inside : path + "/" + inside;
  }

  /**
   * One of the entries.
   *
   * @param fromRoot its path from the root
   */
  public Optional<SourceEntry> entry(String fromRoot) {
    return entries.stream().filter(entry -> entry.path().equals(fromRoot)).findFirst();
  }

  /**
   * A file that the spec names: any in the folder, not only the entries.
   *
   * @param fromRoot its path from the root
   */
  public Optional<SourceEntry> file(String fromRoot) {
    return tree.file(fromRoot);
  }

  /**
   * The folder without some of its entries.
   *
   * @param fromRoot their paths from the root
   */
  public ClusterFolder without(Set<String> fromRoot) {
    List<SourceEntry> rest =
        entries.stream().filter(entry -> !fromRoot.contains(entry.path())).toList();
    return new ClusterFolder(path, clusterFile, rest, tree);
  }
}
