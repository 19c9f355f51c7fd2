package dev.strake.component;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a field of a configuration type takes, as Go's strict JSON decoder sees it. Null is taken by
 * every type but a duration that is no pointer.
 *
 * @see <a href="https://pkg.go.dev/encoding/json#Unmarshal">json.Unmarshal</a>
 */
sealed interface FieldType {

  /** Reports what the type does not take. */
  void check(YamlNode node, NodePath path, StrictDecoder decoder);

  /** A single value. */
  record Single(ScalarKind kind) implements FieldType {
    @Override
    public void check(YamlNode node, NodePath path, StrictDecoder decoder) {
      if (node instanceof YamlScalar scalar) {
        kind.problem(scalar).ifPresent(problem -> decoder.refuse(path, problem));
      } else {
        decoder.wrongType(path, kind.words(), node);
      }
    }
  }

  /** Whatever it is. */
  record Anything() implements FieldType {
    @Override
    public void check(YamlNode node, NodePath path, StrictDecoder decoder) {}
  }

  /** A list. */
  record ListOf(FieldType element) implements FieldType {
    @Override
    public void check(YamlNode node, NodePath path, StrictDecoder decoder) {
      if (isNull(node)) {
        return;
      }
      if (!(node instanceof YamlSequence list)) {
        decoder.wrongType(path, "a list", node);
        return;
      }
      List<YamlNode> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        element.check(items.get(i), path.index(i), decoder);
      }
    }
  }

  /** A mapping with names of the user's choice. */
  record MapOf(FieldType value) implements FieldType {
    @Override
    public void check(YamlNode node, NodePath path, StrictDecoder decoder) {
      if (isNull(node)) {
        return;
      }
      if (!(node instanceof YamlMapping mapping)) {
        decoder.wrongType(path, "a mapping", node);
        return;
      }
      for (YamlEntry entry : mapping.entries()) {
        value.check(entry.value(), path.key(entry.name()), decoder);
      }
    }
  }

  /** A mapping with known names, which are case-sensitive. */
  final class Struct implements FieldType {
    private final Map<String, Field> fields = new LinkedHashMap<>();

    void add(String name, Field field) {
      fields.put(name, field);
    }

    Optional<Field> field(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    Collection<String> names() {
      return fields.keySet();
    }

    @Override
    public void check(YamlNode node, NodePath path, StrictDecoder decoder) {
      if (isNull(node)) {
        return;
      }
      if (!(node instanceof YamlMapping mapping)) {
        decoder.wrongType(path, "a mapping", node);
        return;
      }
      for (YamlEntry entry : mapping.entries()) {
        NodePath at = path.key(entry.name());
        Field field = fields.get(entry.name());
        if (field == null) {
          decoder.unknownField(at, entry.name(), names());
        } else {
          decoder.since(at, entry.name(), field);
          field.type().check(entry.value(), at, decoder);
        }
      }
    }
  }

  /**
   * A field of a mapping.
   *
   * @param sinceMinor the first minor release of Kubernetes 1 that knows it; 0 if it is older than
   *     all that matter
   */
  record Field(FieldType type, int sinceMinor) {}

  private static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isNull();
  }
}
