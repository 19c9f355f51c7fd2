package dev.strake.schemas.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the tables say about fields. Keys are {@code group.Type field}, without a version. */
final class FieldFacts {

  private static final Facts NONE = new Facts("", List.of(), false, "", "", List.of());

  private final Map<String, Facts> facts = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, List<String>> values = new HashMap<>();
  private final Map<String, Integer> since = new HashMap<>();
  private final Set<String> enforced = new HashSet<>();
  private final Set<String> notEnforced = new HashSet<>();
  private final Set<String> unused = new HashSet<>();
  private final Map<String, Set<String>> groups = new HashMap<>();

  /**
   * @param listType empty if not told
   * @param mergeKey empty if there is none
   * @param defaultValue as JSON; empty if there is none
   */
  record Facts(
      String listType,
      List<String> keys,
      boolean atomicMap,
      String mergeKey,
      String defaultValue,
      List<String> values) {}

  static FieldFacts read(Path data) throws IOException {
    FieldFacts all = new FieldFacts();
    for (List<String> row : Table.read(data.resolve("fields.tsv")).rows()) {
      all.facts.put(key(row), facts(row));
    }
    for (List<String> row : Table.read(data.resolve("types.tsv")).rows()) {
      all.types.put(key(row), row.get(2));
    }
    for (List<String> row : Table.read(data.resolve("values.tsv")).rows()) {
      all.values.put(key(row), list(row.get(2)));
    }
    for (List<String> row : Table.read(data.resolve("values-since.tsv")).rows()) {
      all.since.put(key(row) + " " + row.get(2), minor(row.get(3)));
    }
    for (List<String> row : Table.read(data.resolve("required.tsv")).rows()) {
      (row.get(2).equals("yes") ? all.enforced : all.notEnforced).add(key(row));
    }
    all.know(all.facts.keySet());
    all.know(all.types.keySet());
    all.know(all.values.keySet());
    all.know(all.enforced);
    all.know(all.notEnforced);
    return all;
  }

  private void know(Set<String> keys) {
    unused.addAll(keys);
    for (String key : keys) {
      String type = key.substring(0, key.indexOf(' '));
      int dot = type.indexOf('.');
      groups
          .computeIfAbsent(type.substring(dot + 1), name -> new HashSet<>())
          .add(type.substring(0, dot));
    }
  }

  /** The groups for whose types of this name there are rows. */
  Set<String> groups(String name) {
    return groups.getOrDefault(name, Set.of());
  }

  private static String key(List<String> row) {
    String type = row.get(0);
    int version = type.indexOf('.');
    int name = type.indexOf('.', version + 1);
    return type.substring(0, version) + type.substring(name) + " " + row.get(1);
  }

  private static Facts facts(List<String> row) {
    return new Facts(
        row.get(2),
        list(row.get(3)),
        row.get(4).equals("atomic"),
        row.get(5),
        row.get(6),
        list(row.get(7)));
  }

  private static List<String> list(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(",", -1));
  }

  /**
   * @param kubernetes the version as {@code <major>.<minor>}
   */
  Facts of(TypeName type, String field, String kubernetes) {
    String key = use(type, field);
    Facts known = facts.getOrDefault(key, NONE);
    List<String> all = values.getOrDefault(key, known.values());
    return new Facts(
        known.listType,
        known.keys,
        known.atomicMap,
        known.mergeKey,
        known.defaultValue,
        all.stream().filter(value -> isThere(key + " " + value, minor(kubernetes))).toList());
  }

  private boolean isThere(String value, int minor) {
    return since.getOrDefault(value, 0) <= minor;
  }

  private static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /** The type that the model classes cannot say; empty if they are right. */
  String type(TypeName type, String field) {
    return types.getOrDefault(use(type, field), "");
  }

  /** Whether the API server refuses an object of which this field is absent. */
  boolean isEnforced(TypeName type, String field, boolean required) {
    String key = use(type, field);
    boolean observed = type.name().endsWith("Status") || type.name().endsWith("Condition");
    return enforced.contains(key) || (required && !observed && !notEnforced.contains(key));
  }

  private String use(TypeName type, String field) {
    String key = type.group() + "." + type.name() + " " + field;
    unused.remove(key);
    return key;
  }

  /** Rows that no type of any version so far has a field for, which are mistakes. */
  List<String> unused() {
    List<String> rows = new ArrayList<>(unused);
    rows.sort(null);
    return rows;
  }
}
