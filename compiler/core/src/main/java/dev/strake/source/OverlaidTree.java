package dev.strake.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree some of whose files have other texts than the tree itself has. */
public final class OverlaidTree implements SourceTree {

  private final SourceTree tree;
  private final Map<String, String> texts;

  /**
   * @param texts by the paths of files that the tree has
   */
  public OverlaidTree(SourceTree tree, Map<String, String> texts) {
    this.tree = tree;
    this.texts = Map.copyOf(texts);
  }

  @Override
  public List<SourceEntry> entries() {
    return tree.entries().stream().map(this::overlaid).toList();
  }

  @Override
  public Optional<SourceEntry> file(String path) {
    return tree.file(path).map(this::overlaid);
  }

  @Override
  public List<SourceEntry> files(String folder) {
    return tree.files(folder).stream().map(this::overlaid).toList();
  }

  @Override
  public boolean covers(String path) {
    return tree.covers(path);
  }

  private SourceEntry overlaid(SourceEntry entry) {
    String text = texts.get(entry.path());
    if (text == null) {
      return entry;
    }
    SourceContent content = new SourceContent.Readable(text.getBytes(StandardCharsets.UTF_8));
    return new SourceEntry(entry.path(), () -> content);
  }
}
