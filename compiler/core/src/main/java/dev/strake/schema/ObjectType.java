package dev.strake.schema;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with known fields. Its fields are read when they are first asked for, so that types may
 * contain themselves and nobody pays for the types that an input does not use.
 */
public final class ObjectType implements SchemaType {

  private final String name;
  private final Supplier<Map<String, FieldSchema>> source;
  private volatile @Nullable Fields fields;

  private record Fields(Map<String, FieldSchema> byName, List<FieldSchema> required) {}

  /**
   * @param name of the type, for messages and tests
   * @param source gives the fields by name, in order; called at least once if they are needed
   */
  ObjectType(String name, Supplier<Map<String, FieldSchema>> source) {
    this.name = name;
    this.source = source;
  }

  public String name() {
    return name;
  }

  public Optional<FieldSchema> field(String fieldName) {
    return Optional.ofNullable(fields().byName.get(fieldName));
  }

  /** All fields, by name. */
  public Collection<FieldSchema> allFields() {
    return fields().byName.values();
  }

  Collection<String> fieldNames() {
    return fields().byName.keySet();
  }

  private Fields fields() {
    Fields known = fields;
    if (known == null) {
      Map<String, FieldSchema> byName = source.get();
      known = new Fields(byName, byName.values().stream().filter(FieldSchema::required).toList());
      fields = known;
    }
    return known;
  }

  @Override
  public String description() {
    return "a mapping";
  }

  @Override
  public void check(YamlNode value, NodePath path, Faults faults) {
    if (!(value instanceof YamlMapping mapping)) {
      faults.wrongType(value, path, this);
      return;
    }
    Fields known = fields();
    for (YamlEntry entry : mapping.entries()) {
      FieldSchema field = known.byName.get(entry.name());
      NodePath fieldPath = path.key(entry.name());
      if (field == null) {
        faults.unknownField(entry, mapping, fieldPath, this);
      } else if (!Nulls.isNull(entry.value())) {
        field.type().check(entry.value(), fieldPath, faults);
        EnumCheck.check(field, entry.value(), fieldPath, faults);
      }
    }
    for (FieldSchema field : known.required) {
      if (mapping.get(field.name()).map(Nulls::isNothing).orElse(true)) {
        faults.missingField(mapping, path, field);
      }
    }
  }

  /**
   * The same for an element of a list that is null, which the API server takes for an empty one.
   */
  void checkEmpty(NodePath path, Faults faults) {
    for (FieldSchema field : fields().required) {
      faults.missingField(path, field);
    }
  }
}
