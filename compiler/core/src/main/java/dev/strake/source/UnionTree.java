package dev.strake.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several trees as one. A file that two of them share counts once. Files of different roots that
 * happen to have the same name are told apart by their roots.
 */
public final class UnionTree implements SourceTree {

  private final List<WorkingTree> trees;

  public UnionTree(List<WorkingTree> trees) {
    this.trees = List.copyOf(trees);
  }

  @Override
  public List<SourceEntry> entries() {
    Map<String, Path> roots = new HashMap<>();
    List<SourceEntry> entries = new ArrayList<>();
    for (WorkingTree tree : trees) {
      for (SourceEntry entry : tree.entries()) {
        Path earlier = roots.putIfAbsent(entry.path(), tree.root());
        if (earlier == null) {
          entries.add(entry);
        } else if (!earlier.equals(tree.root())) {
          entries.add(qualified(entry, tree.root()));
        }
      }
    }
    entries.sort(SourceEntry.ORDER);
    return List.copyOf(entries);
  }

  /**
   * Of the first tree that has it: what is named by several roots is told apart as in entries().
   */
  @Override
  public Optional<SourceEntry> file(String path) {
    for (WorkingTree tree : trees) {
      String root = PathNames.text(tree.root()) + "/";
      Optional<SourceEntry> file =
          path.startsWith(root) ? tree.file(path.substring(root.length())) : tree.file(path);
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  /** Of the first tree that has it, as with {@link #file}. */
  @Override
  public List<SourceEntry> files(String folder) {
    for (WorkingTree tree : trees) {
      String root = PathNames.text(tree.root()) + "/";
      boolean qualified = folder.startsWith(root);
      List<SourceEntry> found = tree.files(qualified ? folder.substring(root.length()) : folder);
      if (!found.isEmpty()) {
        return qualified
            ? found.stream().map(entry -> qualified(entry, tree.root())).toList()
            : found;
      }
    }
    return List.of();
  }

  @Override
  public boolean covers(String path) {
    return trees.stream().anyMatch(tree -> tree.covers(path));
  }

  private static SourceEntry qualified(SourceEntry entry, Path root) {
    return new SourceEntry(PathNames.text(root) + "/" + entry.path(), entry.reader());
  }
}
