package dev.strake.schema;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlSequence;
import java.util.List;

/** A list with elements of one type; null stands for an empty element. */
public record ListType(SchemaType element) implements SchemaType {

  @Override
  public String description() {
    return "a list";
  }

  @Override
  public void check(YamlNode value, NodePath path, Faults faults) {
    if (!(value instanceof YamlSequence list)) {
      faults.wrongType(value, path, this);
      return;
    }
    List<YamlNode> items = list.items();
    for (int i = 0; i < items.size(); i++) {
      YamlNode item = items.get(i);
      if (!Nulls.isNull(item)) {
        element.check(item, path.index(i), faults);
      } else if (element instanceof ObjectType object) {
        object.checkEmpty(path.index(i), faults);
      }
    }
  }
}
