package dev.strake.schema;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;

/** A mapping from names that users choose to values of one type. */
public record MapType(SchemaType element) implements SchemaType {

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
    for (YamlEntry entry : mapping.entries()) {
      if (!Nulls.isNull(entry.value())) {
        element.check(entry.value(), path.key(entry.name()), faults);
      }
    }
  }
}
