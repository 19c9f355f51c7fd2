package dev.strake.yaml;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries in the order of their keys' first appearance. Whatever comes later replaces what came
 * before, merged or not: go-yaml v2 treats {@code <<} as an assignment at its place.
 */
final class MappingBuilder {

  private static final int INDEX_FROM = 12;

  private final List<YamlEntry> entries = new ArrayList<>();
  private final BitSet merged = new BitSet();
  private @Nullable Map<String, Integer> index;

  /** Returns the entry that the mapping itself had already under this name, if any. */
  @Nullable YamlEntry put(YamlEntry entry) {
    int at = find(entry.name());
    YamlEntry earlier = at >= 0 && !merged.get(at) ? entries.get(at) : null;
    merged.clear(set(at, entry));
    return earlier;
  }

  void merge(YamlEntry entry) {
    merged.set(set(find(entry.name()), entry));
  }

  private int set(int at, YamlEntry entry) {
    if (at >= 0) {
      entries.set(at, entry);
      return at;
    }
    entries.add(entry);
    int last = entries.size() - 1;
    if (index != null) {
      index.put(entry.name(), last);
    }
    return last;
  }

  private int find(String name) {
    if (index == null && entries.size() >= INDEX_FROM) {
      index = new HashMap<>();
      for (int i = 0; i < entries.size(); i++) {
        index.put(entries.get(i).name(), i);
      }
    }
    if (index != null) {
      return index.getOrDefault(name, -1);
    }
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  List<YamlEntry> entries() {
    return entries;
  }
}
