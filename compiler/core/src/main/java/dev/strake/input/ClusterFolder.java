package dev.strake.input;

import dev.strake.source.SourceEntry;
import java.util.List;

/**
 * A folder with a cluster.yaml.
 *
 * @param path relative to the root, with {@code /}; empty for the root itself
 * @param clusterFile the cluster.yaml
 * @param entries everything else in the folder that may be an input, sorted by path
 */
public record ClusterFolder(String path, SourceEntry clusterFile, List<SourceEntry> entries) {

  /** The entries below one of the folder's own subfolders, such as {@code apps/team-a}. */
  public List<SourceEntry> below(String subfolder) {
    String prefix = (path.isEmpty() ? "" : path + "/") + subfolder + "/";
    return entries.stream().filter(entry -> entry.path().startsWith(prefix)).toList();
  }
}
