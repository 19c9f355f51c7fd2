package dev.strake.yaml;

import dev.strake.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping with unique names, in the order in which they were written. */
public final class YamlMapping implements YamlNode {

  // Below this, walking the list beats hashing and saves the table.
  private static final int INDEX_FROM = 12;

  private final SourceFile file;
  private final int start;
  private final int end;
  private final List<YamlEntry> entries;
  private final @Nullable Map<String, YamlEntry> index;

  /**
   * @param entries with distinct names
   */
  public YamlMapping(SourceFile file, int start, int end, List<YamlEntry> entries) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.entries = List.copyOf(entries);
    this.index = entries.size() < INDEX_FROM ? null : index(this.entries);
  }

  private static Map<String, YamlEntry> index(List<YamlEntry> entries) {
    Map<String, YamlEntry> index = new HashMap<>(entries.size() * 2);
    for (YamlEntry entry : entries) {
      index.put(entry.name(), entry);
    }
    return index;
  }

  @Override
  public SourceFile file() {
    return file;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  public List<YamlEntry> entries() {
    return entries;
  }

  public Optional<YamlEntry> entry(String name) {
    return Optional.ofNullable(find(name));
  }

  /** The value of a name, whatever it is; empty if the name is absent. */
  public Optional<YamlNode> get(String name) {
    return entry(name).map(YamlEntry::value);
  }

  /** The value of a name if it is a mapping. */
  public Optional<YamlMapping> mapping(String name) {
    return get(name).filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }

  /** The value of a name if it is a list. */
  public Optional<YamlSequence> sequence(String name) {
    return get(name).filter(YamlSequence.class::isInstance).map(YamlSequence.class::cast);
  }

  /** The value of a name if it is a scalar, null included. */
  public Optional<YamlScalar> scalar(String name) {
    return get(name).filter(YamlScalar.class::isInstance).map(YamlScalar.class::cast);
  }

  /** The text of a name's value if it is a string. */
  public Optional<String> string(String name) {
    return scalar(name).filter(YamlScalar::isString).map(YamlScalar::text);
  }

  private @Nullable YamlEntry find(String name) {
    if (index != null) {
      return index.get(name);
    }
    for (YamlEntry entry : entries) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  @Override
  public String description() {
    return "a mapping";
  }
}
