package dev.strake.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How two states of one object differ, both as the server would have them: what it fills in is in
 * both, and no difference. What it keeps for itself is left out.
 */
final class FieldDifference {

  private static final List<String> KEPT_BY_SERVER =
      List.of(
          "managedFields", "resourceVersion", "generation", "uid", "creationTimestamp", "selfLink");

  private static final int LONGEST_VALUE = 160;

  private final boolean secret;
  private final List<FieldChange> changes = new ArrayList<>();

  private FieldDifference(boolean secret) {
    this.secret = secret;
  }

  static List<FieldChange> between(KubernetesObject before, KubernetesObject after) {
    FieldDifference difference = new FieldDifference(Secrets.is(after));
    difference.compare("", compared(before), compared(after));
    return List.copyOf(difference.changes);
  }

  /** Whether they are the same, but for what the server keeps. */
  static boolean isNone(KubernetesObject before, KubernetesObject after) {
    return compared(before).equals(compared(after));
  }

  private static ObjectNode compared(KubernetesObject object) {
    ObjectNode tree = object.copy();
    tree.remove("status");
    if (tree.get("metadata") instanceof ObjectNode metadata) {
      metadata.remove(KEPT_BY_SERVER);
    }
    return tree;
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      compareObjects(path, before, after);
    } else if (before.isArray() && after.isArray()) {
      compareLists(path, before, after);
    } else {
      changes.add(
          new FieldChange(path.isEmpty() ? "/" : path, shown(path, before), shown(path, after)));
    }
  }

  private void compareObjects(String path, JsonNode before, JsonNode after) {
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      String escaped = name.replace("~", "~0").replace("/", "~1");
      compare(path + "/" + escaped, before.path(name), after.path(name));
    }
  }

  private void compareLists(String path, JsonNode before, JsonNode after) {
    Optional<String> key = ItemKey.of(before, after);
    if (key.isPresent()) {
      Map<String, JsonNode> was = byKey(before, key.get());
      Map<String, JsonNode> is = byKey(after, key.get());
      Set<String> all = new LinkedHashSet<>(was.keySet());
      all.addAll(is.keySet());
      JsonNode none = MissingNode.getInstance();
      for (String item : all) {
        String place = path + "[" + key.get() + "=" + item + "]";
        compare(place, was.getOrDefault(item, none), is.getOrDefault(item, none));
      }
      if (was.keySet().equals(is.keySet())
          && !List.copyOf(was.keySet()).equals(List.copyOf(is.keySet()))) {
        changes.add(
            new FieldChange(path, String.join(", ", was.keySet()), String.join(", ", is.keySet())));
      }
      return;
    }
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      compare(path + "[" + i + "]", before.path(i), after.path(i));
    }
  }

  private static Map<String, JsonNode> byKey(JsonNode list, String key) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    list.forEach(item -> items.put(item.path(key).asText(), item));
    return items;
  }

  private String shown(String path, JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    if (secret && Secrets.isHidden(path)) {
      return FieldChange.HIDDEN;
    }
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
