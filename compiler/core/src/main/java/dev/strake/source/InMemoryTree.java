package dev.strake.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files that exist nowhere else. Immutable: each addition gives a new tree. */
public final class InMemoryTree implements SourceTree {

  private static final InMemoryTree EMPTY = new InMemoryTree(List.of());

  private final List<SourceEntry> entries;

  private InMemoryTree(List<SourceEntry> entries) {
    this.entries = entries;
  }

  public static InMemoryTree empty() {
    return EMPTY;
  }

  public static InMemoryTree of(String path, String text) {
    return EMPTY.with(path, text);
  }

  /** Adds a file, or replaces it. */
  public InMemoryTree with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file, or replaces it. */
  public InMemoryTree with(String path, byte[] bytes) {
    SourceContent content = new SourceContent.Readable(bytes.clone());
    return with(new SourceEntry(path, () -> content));
  }

  /** Adds a file that cannot be read, or makes it so. */
  public InMemoryTree withRefused(String path, String reason) {
    return with(SourceEntry.refused(path, reason));
  }

  private InMemoryTree with(SourceEntry entry) {
    List<SourceEntry> more = new ArrayList<>(entries);
    more.removeIf(old -> old.path().equals(entry.path()));
    more.add(entry);
    more.sort(SourceEntry.ORDER);
    return new InMemoryTree(List.copyOf(more));
  }

  @Override
  public List<SourceEntry> entries() {
    return entries;
  }
}
