package dev.strake.policy;

import dev.strake.cel.CelValue;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Where an owner keeps its elements, for both gates: in what was written, and in CEL. What is
 * missing or null has none.
 *
 * @param shape of what stands there
 * @param paths field names below the owner with dots between them; empty text for the owner itself
 */
record ElementPlaces(Shape shape, List<String> paths) {

  /** What stands at a place. */
  enum Shape {
    /** A list, whose items are the elements. */
    ITEMS,
    /** A map, whose keys are the elements. */
    KEYS,
    /** An element. */
    PART
  }

  ElementPlaces {
    paths = List.copyOf(paths);
  }

  static ElementPlaces none() {
    return new ElementPlaces(Shape.PART, List.of());
  }

  /** CEL for something that {@code all} and its like can walk over. */
  String expression(String owner) {
    return switch (shape) {
      case ITEMS -> join("\n+ ", path -> CelText.listOrEmpty(owner, path));
      case KEYS -> join("\n+ ", path -> CelText.mapOrEmpty(owner, path));
      case PART -> "[" + join(", ", path -> "?" + CelText.optional(owner, path)) + "]";
    };
  }

  private String join(String separator, UnaryOperator<String> expression) {
    return paths.stream().map(expression).collect(Collectors.joining(separator));
  }

  /** Hands out the elements below an owner's path. */
  void find(Manifest manifest, NodePath owner, BiConsumer<NodePath, CelValue> found) {
    for (String path : paths) {
      NodePath place = below(owner, path);
      manifest.find(place).ifPresent(node -> find(node, place, found));
    }
  }

  private static NodePath below(NodePath owner, String path) {
    NodePath place = owner;
    for (String key : path.isEmpty() ? List.<String>of() : List.of(path.split("\\."))) {
      place = place.key(key);
    }
    return place;
  }

  private void find(YamlNode node, NodePath place, BiConsumer<NodePath, CelValue> found) {
    switch (shape) {
      case ITEMS -> items(node, place, found);
      case KEYS -> keys(node, place, found);
      case PART -> part(node, place, found);
    }
  }

  private static void items(YamlNode node, NodePath place, BiConsumer<NodePath, CelValue> found) {
    if (node instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        found.accept(place.index(i), CelValue.ofObject(list.items().get(i)));
      }
    }
  }

  private static void keys(YamlNode node, NodePath place, BiConsumer<NodePath, CelValue> found) {
    if (node instanceof YamlMapping map) {
      for (YamlEntry entry : map.entries()) {
        if (!isNull(entry.value())) {
          found.accept(place.key(entry.name()), CelValue.of(entry.name()));
        }
      }
    }
  }

  private static void part(YamlNode node, NodePath place, BiConsumer<NodePath, CelValue> found) {
    if (!isNull(node)) {
      found.accept(place, CelValue.ofObject(node));
    }
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isNull();
  }
}
