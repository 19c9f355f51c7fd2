package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values as {@code FieldsV1} trees, and the merge that goes with them.
 *
 * @see <a href="https://github.com/kubernetes-sigs/structured-merge-diff">structured-merge-diff</a>
 */
final class FieldTree {

  private static final String ITSELF = ".";

  private FieldTree() {}

  /** All fields of a value. */
  static ObjectNode of(JsonNode value, Shape shape) {
    ObjectNode tree = node();
    if (shape.isWhole()) {
      return tree;
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(e -> tree.set("f:" + e.getKey(), of(e.getValue(), shape.field(e.getKey()))));
    } else if (value.isArray() && !shape.keys().isEmpty()) {
      for (JsonNode item : value) {
        ObjectNode within = node();
        within.set(ITSELF, node());
        within.setAll(of(item, shape.item()));
        tree.set("k:" + keysOf(item, shape), within);
      }
    } else if (value.isArray() && shape.isSet()) {
      value.forEach(item -> tree.set("v:" + item, node()));
    }
    return tree;
  }

  static JsonNode keysOf(JsonNode item, Shape shape) {
    ObjectNode keys = node();
    for (String key : new TreeSet<>(shape.keys())) {
      JsonNode value = item.path(key);
      String fallback = shape.item().defaultOf(key);
      if (!value.isMissingNode()) {
        keys.set(key, value);
      } else if (fallback != null) {
        keys.set(key, Json.parse(fallback));
      }
    }
    return keys;
  }

  /** The live value with everything that is applied. */
  static JsonNode merge(JsonNode live, JsonNode applied, Shape shape) {
    if (live.isObject() && applied.isObject() && !shape.isWhole()) {
      ObjectNode merged = live.deepCopy();
      for (Map.Entry<String, JsonNode> entry : applied.properties()) {
        String name = entry.getKey();
        if (entry.getValue().isNull()) {
          merged.remove(name);
        } else {
          merged.set(name, merge(live.path(name), entry.getValue(), shape.field(name)));
        }
      }
      return merged;
    }
    if (live.isArray() && applied.isArray() && !shape.keys().isEmpty()) {
      return mergeItems(live, applied, shape);
    }
    if (live.isArray() && applied.isArray() && shape.isSet()) {
      ArrayNode merged = live.deepCopy();
      for (JsonNode item : applied) {
        if (!contains(live, item)) {
          merged.add(item.deepCopy());
        }
      }
      return merged;
    }
    return applied.deepCopy();
  }

  private static JsonNode mergeItems(JsonNode live, JsonNode applied, Shape shape) {
    List<JsonNode> left = new ArrayList<>();
    applied.forEach(left::add);
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : live) {
      JsonNode keys = keysOf(item, shape);
      JsonNode with =
          left.stream()
              .filter(other -> keysOf(other, shape).equals(keys))
              .findFirst()
              .orElse(MissingNode.getInstance());
      left.remove(with);
      merged.add(with.isMissingNode() ? item.deepCopy() : merge(item, with, shape.item()));
    }
    left.forEach(item -> merged.add(item.deepCopy()));
    return merged;
  }

  /** Paths of leaves, in the notation of conflicts: {@code .spec.containers[name="web"].image}. */
  static void leaves(ObjectNode tree, String path, List<String> keys, Set<List<String>> out) {
    if (tree.isEmpty()) {
      out.add(List.copyOf(keys));
      return;
    }
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      List<String> deeper = new ArrayList<>(keys);
      deeper.add(entry.getKey());
      leaves((ObjectNode) entry.getValue(), path, deeper, out);
    }
  }

  /**
   * The value at a path of tree keys; missing if there is none. An item itself, apart from its
   * fields, is there or not.
   */
  static JsonNode at(JsonNode value, List<String> keys) {
    JsonNode node = value;
    for (String key : keys) {
      if (key.startsWith("f:")) {
        node = node.path(key.substring(2));
      } else if (key.equals(ITSELF)) {
        node = node.isMissingNode() ? node : BooleanNode.TRUE;
      } else {
        node = item(node, key);
      }
    }
    return node;
  }

  private static JsonNode item(JsonNode list, String key) {
    JsonNode wanted = Json.parse(key.substring(2));
    for (JsonNode item : list) {
      boolean same =
          key.startsWith("v:")
              ? item.equals(wanted)
              : wanted.properties().stream()
                  .allMatch(e -> item.path(e.getKey()).equals(e.getValue()));
      if (same) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  static String shown(List<String> keys) {
    StringBuilder out = new StringBuilder();
    for (String key : keys) {
      if (key.startsWith("f:")) {
        out.append('.').append(key.substring(2));
      } else if (key.startsWith("k:")) {
        List<String> parts = new ArrayList<>();
        Json.parse(key.substring(2))
            .properties()
            .forEach(e -> parts.add(e.getKey() + "=" + e.getValue()));
        out.append('[').append(String.join(",", parts)).append(']');
      } else if (key.startsWith("v:")) {
        out.append('[').append(key.substring(2)).append(']');
      }
    }
    return out.toString();
  }

  private static boolean contains(JsonNode list, JsonNode wanted) {
    for (JsonNode item : list) {
      if (item.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
