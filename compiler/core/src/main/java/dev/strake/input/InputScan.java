package dev.strake.input;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the clusters of a tree and what belongs to none. Never an input: a tree that Strake wrote,
 * a policy's own cases, and what a {@code .strakeignore} names.
 */
public final class InputScan {

  private static final String POLICY_FILE = "policy.yaml";
  private static final String INDEX_FILE = "index.json";

  private InputScan() {}

  /**
   * @param tree is listed once; clusters may ask it for files that are not listed
   */
  public static Inputs scan(SourceTree tree, DiagnosticSink sink) {
    List<SourceEntry> entries = tree.entries();
    Set<String> excluded = excludedFolders(entries);
    List<SourceEntry> candidates =
        entries.stream().filter(entry -> nearest(entry.path(), excluded) == null).toList();
    IgnoreFiles ignored = new IgnoreFiles(tree, sink);
    List<SourceEntry> wanted =
        candidates.stream().filter(entry -> !ignored.ignores(entry.path())).toList();
    List<SourceEntry> inputs = withoutParts(wanted);
    Map<String, SourceEntry> clusterFiles = new LinkedHashMap<>();
    for (SourceEntry entry : inputs) {
      if (ClusterFiles.isOne(entry)) {
        clusterFiles.put(parent(entry.path()), entry);
      }
    }
    Map<String, List<SourceEntry>> members = new LinkedHashMap<>();
    List<SourceEntry> plain = new ArrayList<>();
    for (SourceEntry entry : inputs) {
      String owner = nearest(entry.path(), clusterFiles.keySet());
      if (owner == null) {
        plain.add(entry);
      } else if (!entry.equals(clusterFiles.get(owner))) {
        members.computeIfAbsent(owner, folder -> new ArrayList<>()).add(entry);
      }
    }
    List<ClusterFolder> clusters = new ArrayList<>();
    clusterFiles.forEach(
        (path, file) ->
            clusters.add(
                new ClusterFolder(path, file, members.getOrDefault(path, List.of()), tree)));
    return new Inputs(clusters, plain, candidates.size() - wanted.size());
  }

  /** Of charts only what marks the outermost: they hold templates, and charts that they use. */
  private static List<SourceEntry> withoutParts(List<SourceEntry> entries) {
    Set<String> charts = new HashSet<>();
    for (SourceEntry entry : entries) {
      if (isChart(entry.path())) {
        charts.add(parent(entry.path()));
      }
    }
    return charts.isEmpty()
        ? entries
        : entries.stream().filter(entry -> !isPart(entry.path(), charts)).toList();
  }

  private static boolean isChart(String path) {
    return RenderRoot.markedBy(path).equals(Optional.of(RenderRoot.HELM_CHART));
  }

  private static boolean isPart(String path, Set<String> charts) {
    @Nullable String around = nearest(isChart(path) ? parent(path) : path, charts);
    return around != null;
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

  /** The innermost of some folders that a path lies in; null if it lies in none. */
  private static @Nullable String nearest(String path, Set<String> folders) {
    String at = path;
    while (!at.isEmpty()) {
      at = parent(at);
      if (folders.contains(at)) {
        return at;
      }
    }
    return null;
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
