package dev.strake.input;

import dev.strake.source.SourceEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the clusters of a tree and what belongs to none. Never an input: a tree that Strake wrote,
 * and a policy's own cases.
 */
public final class InputScan {

  private static final String CLUSTER_FILE = "cluster.yaml";
  private static final String POLICY_FILE = "policy.yaml";
  private static final String INDEX_FILE = "index.json";

  private InputScan() {}

  /**
   * @param entries of a tree, sorted by path
   */
  public static Inputs scan(List<SourceEntry> entries) {
    Set<String> excluded = excludedFolders(entries);
    Map<String, SourceEntry> clusterFiles = new LinkedHashMap<>();
    Map<String, List<SourceEntry>> members = new LinkedHashMap<>();
    List<SourceEntry> inputs =
        entries.stream().filter(entry -> !isBelowAny(entry.path(), excluded)).toList();
    for (SourceEntry entry : inputs) {
      if (name(entry.path()).equals(CLUSTER_FILE)) {
        clusterFiles.put(parent(entry.path()), entry);
        members.put(parent(entry.path()), new ArrayList<>());
      }
    }
    List<SourceEntry> plain = new ArrayList<>();
    for (SourceEntry entry : inputs) {
      Optional<String> owner = nearest(entry.path(), clusterFiles.keySet());
      if (owner.isEmpty()) {
        plain.add(entry);
      } else if (clusterFiles.get(owner.get()) != entry) {
        members.get(owner.get()).add(entry);
      }
    }
    List<ClusterFolder> clusters = new ArrayList<>();
    clusterFiles.forEach(
        (path, file) -> clusters.add(new ClusterFolder(path, file, members.get(path))));
    return new Inputs(clusters, plain);
  }

  private static Set<String> excludedFolders(List<SourceEntry> entries) {
    Set<String> excluded = new HashSet<>();
    for (SourceEntry entry : entries) {
      String folder = parent(entry.path());
      if (name(entry.path()).equals(POLICY_FILE)) {
        excluded.add(join(folder, "pass"));
        excluded.add(join(folder, "fail"));
      } else if (name(entry.path()).equals(INDEX_FILE) && OutputTree.isIndex(entry)) {
        excluded.add(folder);
      }
    }
    return excluded;
  }

  private static boolean isBelowAny(String path, Set<String> folders) {
    return nearest(path, folders).isPresent();
  }

  /** The innermost of some folders that a path lies in. */
  private static Optional<String> nearest(String path, Set<String> folders) {
    String at = path;
    while (!at.isEmpty()) {
      at = parent(at);
      if (folders.contains(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
