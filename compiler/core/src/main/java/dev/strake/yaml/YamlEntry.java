package dev.strake.yaml;

import dev.strake.source.SourceRange;

/**
 * A key with its value.
 *
 * @param key as it was written; in a merged entry, where the merged mapping wrote it
 * @param name the key as Kubernetes sees it, always a string: a key {@code n} is {@code false}
 */
public record YamlEntry(YamlScalar key, String name, YamlNode value) {

  /** From the key to the end of the value, if both stand in this order; else the key. */
  public SourceRange range() {
    boolean adjacent = value.file() == key.file() && value.end() >= key.end();
    return adjacent && value.start() >= key.end()
        ? new SourceRange(key.file(), key.start(), value.end())
        : key.range();
  }
}
