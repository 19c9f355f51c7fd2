package dev.strake.kustomize;

import dev.strake.manifest.NodePlace;
import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the parts of a built object in what it was built of. */
final class LayeredPlaces {

  /**
   * Fields that tell the items of a list apart.
   *
   * @see <a
   *     href="https://github.com/kubernetes-sigs/kustomize/blob/master/kyaml/yaml/schema/schema.go">AssociativeSequenceKeys</a>
   */
  private static final List<String> ITEM_KEYS =
      List.of("mountPath", "devicePath", "ip", "type", "topologyKey", "name", "containerPort");

  /**
   * A part of a layer.
   *
   * @param place where it is written
   * @param original whether the layer is the object as it was before all patches
   */
  private record Part(YamlNode node, SourceRange place, boolean original) {}

  private final LiteralPlaces literals;
  private final Map<NodePath, SourceRange> places = new HashMap<>();

  private LayeredPlaces(LiteralPlaces literals) {
    this.literals = literals;
  }

  /**
   * @param layers patches first, of which the first wins; the object as it was before them last
   * @param literals where values may stand that are in none of them
   */
  static Map<NodePath, SourceRange> of(
      YamlMapping object, List<YamlNode> layers, LiteralPlaces literals) {
    LayeredPlaces found = new LayeredPlaces(literals);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      YamlNode layer = layers.get(i);
      parts.add(new Part(layer, NodePlace.firstLine(layer), i == layers.size() - 1));
    }
    found.visitChildren(object, NodePath.ROOT, parts);
    return found.places;
  }

  private void visitChildren(YamlNode node, NodePath path, List<Part> parts) {
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        visit(entry.value(), path.key(entry.name()), under(parts, entry.name()));
      }
    } else if (node instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        visit(list.items().get(i), path.index(i), item(parts, list, i));
      }
    }
  }

  private void visit(YamlNode node, NodePath path, List<Part> parts) {
    Optional<SourceRange> place =
        node instanceof YamlScalar scalar ? placeOf(scalar, parts) : placeOfLarger(parts);
    place.ifPresent(found -> places.put(path, found));
    visitChildren(node, path, parts);
  }

  private Optional<SourceRange> placeOf(YamlScalar scalar, List<Part> parts) {
    return parts.stream()
        .filter(part -> part.node instanceof YamlScalar one && one.value().equals(scalar.value()))
        .map(Part::place)
        .findFirst()
        .or(() -> literals.find(scalar.value()))
        .or(() -> placeOfLarger(parts));
  }

  private static Optional<SourceRange> placeOfLarger(List<Part> parts) {
    return parts.stream()
        .filter(Part::original)
        .findFirst()
        .or(() -> parts.stream().findFirst())
        .map(Part::place);
  }

  private static List<Part> under(List<Part> parts, String name) {
    List<Part> found = new ArrayList<>();
    for (Part part : parts) {
      if (part.node instanceof YamlMapping mapping) {
        mapping
            .entry(name)
            .map(entry -> new Part(entry.value(), place(entry), part.original))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static SourceRange place(YamlEntry entry) {
    return isVisible(entry.value()) ? entry.value().range() : entry.key().range();
  }

  private static boolean isVisible(YamlNode node) {
    return node instanceof YamlScalar && node.start() < node.end();
  }

  private static List<Part> item(List<Part> parts, YamlSequence built, int index) {
    List<Part> found = new ArrayList<>();
    for (Part part : parts) {
      if (part.node instanceof YamlSequence list) {
        counterpart(built, index, list)
            .map(item -> new Part(item, place(item), part.original))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static SourceRange place(YamlNode item) {
    return isVisible(item) ? item.range() : NodePlace.firstLine(item);
  }

  private static Optional<YamlNode> counterpart(YamlSequence built, int index, YamlSequence list) {
    YamlNode item = built.items().get(index);
    Optional<YamlNode> alike =
        list.items().stream().filter(other -> isSameItem(item, other)).findFirst();
    boolean inOrder = built.items().size() == list.items().size();
    return alike.or(() -> inOrder ? Optional.of(list.items().get(index)) : Optional.empty());
  }

  private static boolean isSameItem(YamlNode item, YamlNode other) {
    if (item instanceof YamlScalar a && other instanceof YamlScalar b) {
      return a.value().equals(b.value());
    }
    return item instanceof YamlMapping a
        && other instanceof YamlMapping b
        && ITEM_KEYS.stream()
            .filter(key -> a.scalar(key).isPresent() && b.scalar(key).isPresent())
            .findFirst()
            .filter(key -> value(a, key).equals(value(b, key)))
            .isPresent();
  }

  private static Optional<String> value(YamlMapping mapping, String key) {
    return mapping.scalar(key).map(YamlScalar::value);
  }
}
