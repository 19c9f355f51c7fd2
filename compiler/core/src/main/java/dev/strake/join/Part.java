package dev.strake.join;

import dev.strake.manifest.Manifest;
import dev.strake.value.Quantity;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.ScalarType;
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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A place in an object, whether anything stands there or not. What has the wrong type reads as
 * absent: the API server refuses it anyway.
 */
public final class Part {

  private final Manifest object;
  private final NodePath path;
  private final @Nullable YamlNode node;

  private Part(Manifest object, NodePath path, @Nullable YamlNode node) {
    this.object = object;
    this.path = path;
    this.node = node instanceof YamlScalar scalar && scalar.isNull() ? null : node;
  }

  /** A whole object. */
  public static Part of(Manifest object) {
    return new Part(object, NodePath.ROOT, object.root());
  }

  /** The part of an object at a path. */
  public static Part of(Manifest object, NodePath path) {
    return new Part(object, path, object.find(path).orElse(null));
  }

  /** The object that it is a part of. */
  public Manifest object() {
    return object;
  }

  public NodePath path() {
    return path;
  }

  /** The value at some fields, one inside the other. */
  public Part field(String... names) {
    NodePath at = path;
    @Nullable YamlNode found = node;
    for (String name : names) {
      at = at.key(name);
      found = found instanceof YamlMapping mapping ? mapping.get(name).orElse(null) : null;
    }
    return new Part(object, at, found);
  }

  /** The elements of a list, in order. */
  public List<Part> items() {
    List<Part> items = new ArrayList<>();
    if (node instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        items.add(new Part(object, path.index(i), list.items().get(i)));
      }
    }
    return items;
  }

  /** Whether anything but null stands here. */
  public boolean isSet() {
    return node != null;
  }

  /** Whether a mapping stands here that has no fields, or none that counts. */
  public boolean isEmpty() {
    return node == null
        || (node instanceof YamlMapping mapping && mapping.entries().isEmpty())
        || (node instanceof YamlSequence list && list.items().isEmpty());
  }

  public boolean isTrue() {
    return node instanceof YamlScalar scalar
        && scalar.type() == ScalarType.BOOLEAN
        && scalar.booleanValue();
  }

  public boolean isFalse() {
    return node instanceof YamlScalar scalar
        && scalar.type() == ScalarType.BOOLEAN
        && !scalar.booleanValue();
  }

  /** The string that stands here; empty without one. */
  public Optional<String> text() {
    return node instanceof YamlScalar scalar && scalar.isString()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The string that stands here, or the empty one. */
  public String textOrEmpty() {
    return text().orElse("");
  }

  /** Whether the string that stands here is this one. */
  public boolean is(String text) {
    return text().filter(text::equals).isPresent();
  }

  /** The whole number that stands here; empty without one. */
  public OptionalLong integer() {
    return node instanceof YamlScalar scalar && scalar.type() == ScalarType.INTEGER
        ? OptionalLong.of(scalar.longValue())
        : OptionalLong.empty();
  }

  /** The amount that stands here, as a string or a number; empty without one. */
  public Optional<Quantity> quantity() {
    return node instanceof YamlScalar scalar
        ? Quantity.parse(scalar.text()).match(Optional::of, bad -> Optional.empty())
        : Optional.empty();
  }

  /** The strings in the list that stands here. */
  public List<String> texts() {
    return items().stream().flatMap(item -> item.text().stream()).toList();
  }

  /** The fields of the mapping that stands here which are strings. */
  public Map<String, String> textByKey() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        field(entry.name()).text().ifPresent(text -> texts.put(entry.name(), text));
      }
    }
    return texts;
  }

  /** The names of the fields of the mapping that stands here. */
  public List<String> keys() {
    return node instanceof YamlMapping mapping
        ? mapping.entries().stream().map(YamlEntry::name).toList()
        : List.of();
  }
}
