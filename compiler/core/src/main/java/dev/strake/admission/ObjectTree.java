package dev.strake.admission;

import dev.strake.cel.CelValue;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A copy of an object that can be filled in. A field that is null is not there. */
final class ObjectTree {

  private static final String EACH = "[]";

  private final Map<String, ObjectTree> fields = new LinkedHashMap<>();
  private final List<ObjectTree> items = new ArrayList<>();
  private final Shape shape;
  private final @Nullable CelValue scalar;

  private enum Shape {
    MAPPING,
    LIST,
    SCALAR
  }

  private ObjectTree(Shape shape, @Nullable CelValue scalar) {
    this.shape = shape;
    this.scalar = scalar;
  }

  static ObjectTree empty() {
    return new ObjectTree(Shape.MAPPING, null);
  }

  static ObjectTree of(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      ObjectTree tree = empty();
      for (YamlEntry entry : mapping.entries()) {
        if (!(entry.value() instanceof YamlScalar text && text.isNull())) {
          tree.fields.put(entry.name(), of(entry.value()));
        }
      }
      return tree;
    }
    if (node instanceof YamlSequence list) {
      ObjectTree tree = new ObjectTree(Shape.LIST, null);
      list.items().forEach(item -> tree.items.add(of(item)));
      return tree;
    }
    return leaf(CelValue.ofObject(node));
  }

  private static ObjectTree leaf(CelValue value) {
    return new ObjectTree(Shape.SCALAR, value);
  }

  CelValue value() {
    if (scalar != null) {
      return scalar;
    }
    if (shape == Shape.LIST) {
      return CelValue.listOf(items.stream().map(ObjectTree::value).toList());
    }
    Map<String, CelValue> values = new LinkedHashMap<>();
    fields.forEach((name, field) -> values.put(name, field.value()));
    return CelValue.mapOf(values);
  }

  void set(String name, String text) {
    fields.put(name, leaf(CelValue.of(text)));
  }

  /**
   * What the server knows of every object.
   *
   * @param namespace that it lies in; the empty text for none
   * @param ownNamespace the name of a namespace, which is its label; the empty text for others
   */
  void setMetadata(String namespace, String ownNamespace) {
    addEmpty("metadata");
    ObjectTree metadata = fields.get("metadata");
    if (metadata == null) {
      return;
    }
    if (!namespace.isEmpty()) {
      metadata.set("namespace", namespace);
    }
    if (!ownNamespace.isEmpty()) {
      metadata.addEmpty("labels");
      Optional.ofNullable(metadata.fields.get("labels"))
          .ifPresent(labels -> labels.set("kubernetes.io/metadata.name", ownNamespace));
    }
  }

  /** The mappings at a path: several where it leads through lists. */
  List<ObjectTree> owners(List<String> path) {
    List<ObjectTree> at = List.of(this);
    for (String key : path) {
      String name = key.endsWith(EACH) ? key.substring(0, key.length() - EACH.length()) : key;
      at =
          at.stream()
              .flatMap(tree -> Optional.ofNullable(tree.fields.get(name)).stream())
              .flatMap(found -> key.endsWith(EACH) ? found.items.stream() : List.of(found).stream())
              .toList();
    }
    return at.stream().filter(tree -> tree.shape == Shape.MAPPING).toList();
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** A scalar as a text; the empty one if there is none. */
  String text(String name) {
    ObjectTree field = fields.get(name);
    return field == null || field.scalar == null ? "" : field.scalar.toString();
  }

  void add(String name, CelValue value) {
    fields.putIfAbsent(name, leaf(value));
  }

  void addEmpty(String name) {
    fields.putIfAbsent(name, empty());
  }

  void copy(String from, String name) {
    ObjectTree source = fields.get(from);
    if (source != null) {
      fields.putIfAbsent(name, source);
    }
  }

  /** Quantities are texts to a policy, also those that were written as numbers. */
  void makeTexts(String name) {
    ObjectTree field = fields.get(name);
    if (field != null) {
      field.fields.replaceAll(
          (key, value) ->
              value.scalar == null ? value : leaf(CelValue.of(value.scalar.toString())));
    }
  }
}
