package dev.strake.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes as plain values, such as {@link YamlWriter} writes. */
public final class YamlTree {

  private YamlTree() {}

  /** Maps in the order of their keys, lists, strings, booleans, longs, doubles and nulls. */
  public static @Nullable Object of(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return map(mapping);
    }
    if (node instanceof YamlSequence list) {
      return list(list);
    }
    return scalar((YamlScalar) node);
  }

  private static Map<String, @Nullable Object> map(YamlMapping mapping) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (YamlEntry entry : mapping.entries()) {
      map.put(entry.name(), of(entry.value()));
    }
    return map;
  }

  private static List<@Nullable Object> list(YamlSequence list) {
    List<@Nullable Object> items = new ArrayList<>(list.items().size());
    for (YamlNode item : list.items()) {
      items.add(of(item));
    }
    return items;
  }

  private static @Nullable Object scalar(YamlScalar scalar) {
    return switch (scalar.type()) {
      case STRING -> scalar.text();
      case BOOLEAN -> scalar.booleanValue();
      case INTEGER -> scalar.longValue();
      case FLOAT -> scalar.doubleValue();
      case NULL -> null;
    };
  }
}
