package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What server-side apply means, said another way than the stand-in does it: an object is a table of
 * leaves, and each manager owns some of them. Knows the shape of {@link MergePropertyTest}'s kind
 * only, and no tree of fields at all.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy">Server-Side
 *     Apply: merge strategy</a>
 */
final class MergeModel {

  private Map<String, String> values = new TreeMap<>();
  private Map<String, Set<String>> owners = new TreeMap<>();

  /** Leaves by path: a set's and a map list's items are leaves themselves. */
  static Map<String, String> leaves(JsonNode spec) {
    Map<String, String> leaves = new TreeMap<>();
    spec.properties()
        .forEach(
            field -> {
              String name = field.getKey();
              JsonNode value = field.getValue();
              switch (name) {
                case "map" ->
                    value
                        .properties()
                        .forEach(e -> leaves.put("map." + e.getKey(), e.getValue().toString()));
                case "tags" -> value.forEach(tag -> leaves.put("tags[" + tag + "]", ""));
                case "ports" ->
                    value.forEach(
                        port -> {
                          String item = "ports[" + port.path("name").asText() + "]";
                          leaves.put(item, "");
                          port.properties()
                              .forEach(
                                  e ->
                                      leaves.put(item + "." + e.getKey(), e.getValue().toString()));
                        });
                default -> leaves.put(name, value.toString());
              }
            });
    return leaves;
  }

  Map<String, String> values() {
    return values;
  }

  Map<String, Set<String>> owners() {
    return owners;
  }

  /** Whether it was applied: not if it would take something from somebody without force. */
  boolean apply(String manager, ObjectNode spec, boolean force) {
    Map<String, String> wanted = leaves(spec);
    Set<String> conflicts = new TreeSet<>();
    wanted.forEach(
        (path, value) -> {
          boolean foreign =
              owners.entrySet().stream()
                  .anyMatch(e -> !e.getKey().equals(manager) && e.getValue().contains(path));
          if (foreign && !value.equals(values.get(path))) {
            conflicts.add(path);
          }
        });
    if (!conflicts.isEmpty() && !force) {
      return false;
    }
    owners.forEach(
        (other, owned) -> {
          if (!other.equals(manager)) {
            owned.removeAll(conflicts);
          }
        });
    Set<String> dropped = new HashSet<>(owners.getOrDefault(manager, Set.of()));
    dropped.removeAll(wanted.keySet());
    owners.put(manager, new TreeSet<>(wanted.keySet()));
    dropped.removeIf(path -> owners.values().stream().anyMatch(owned -> owned.contains(path)));
    values.keySet().removeAll(dropped);
    values.putAll(wanted);
    owners.values().removeIf(Set::isEmpty);
    return true;
  }

  /** A whole object is written: what differs is its writer's, what is gone is nobody's. */
  void update(String manager, ObjectNode spec) {
    Map<String, String> now = leaves(spec);
    Set<String> changed = new TreeSet<>();
    now.forEach(
        (path, value) -> {
          if (!value.equals(values.get(path))) {
            changed.add(path);
          }
        });
    owners.forEach(
        (other, owned) -> {
          owned.retainAll(now.keySet());
          if (!other.equals(manager)) {
            owned.removeAll(changed);
          }
        });
    if (!changed.isEmpty()) {
      owners.computeIfAbsent(manager, name -> new TreeSet<>()).addAll(changed);
    }
    owners.values().removeIf(Set::isEmpty);
    values = new TreeMap<>(now);
  }
}
