package dev.strake.custom;

import dev.strake.diagnostic.Code;
import dev.strake.schema.Faults;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlSequence;
import dev.strake.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists that are sets or maps: no item twice.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy">Kubernetes:
 *     merge strategy</a>
 */
final class ListKeyCheck {

  static final Code DUPLICATE_ITEM = Code.error("schema/duplicate-item");

  private ListKeyCheck() {}

  static void check(CustomSchema schema, YamlSequence list, Spot spot) {
    switch (schema.listType()) {
      case "set" -> checkUnique(list, List.of(), spot);
      case "map" -> checkUnique(list, keysWithDefaults(schema, list, spot), spot);
      default -> {}
    }
  }

  private static List<String> keysWithDefaults(CustomSchema schema, YamlSequence list, Spot spot) {
    List<String> keys = schema.listMapKeys();
    for (int i = 0; i < list.items().size(); i++) {
      YamlNode item = list.items().get(i);
      for (String key : keys) {
        boolean hasDefault =
            schema
                .items()
                .map(items -> items.properties().get(key))
                .flatMap(property -> property.defaultValue())
                .isPresent();
        boolean absent = item instanceof YamlMapping mapping && mapping.get(key).isEmpty();
        boolean required = schema.items().map(s -> s.required().contains(key)).orElse(false);
        if (absent && !hasDefault && !required) {
          Spot missing = spot.index(i, item).key(key, item);
          spot.sink()
              .report(
                  missing.finding(
                      Faults.MISSING_FIELD,
                      missing.name() + " is missing, which tells the items apart"));
        }
      }
    }
    return keys;
  }

  /**
   * @param keys that tell items apart; empty for whole items
   */
  private static void checkUnique(YamlSequence list, List<String> keys, Spot spot) {
    Map<@Nullable Object, Integer> seen = new HashMap<>();
    for (int i = 0; i < list.items().size(); i++) {
      YamlNode item = list.items().get(i);
      Integer first = seen.putIfAbsent(identity(item, keys), i);
      if (first != null) {
        Spot again = spot.index(i, item);
        String what = keys.isEmpty() ? "repeats" : "has the " + String.join(", ", keys) + " of";
        spot.sink()
            .report(
                again
                    .finding(DUPLICATE_ITEM, "%s %s item %s".formatted(again.name(), what, first))
                    .withRelated(spot.resource().place(spot.path().index(first)), "the first one")
                    .withHelp("leave out one of them"));
      }
    }
  }

  private static @Nullable Object identity(YamlNode item, List<String> keys) {
    if (keys.isEmpty() || !(item instanceof YamlMapping mapping)) {
      return YamlTree.of(item);
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (String key : keys) {
      values.add(mapping.get(key).map(YamlTree::of).orElse(null));
    }
    return values;
  }
}
