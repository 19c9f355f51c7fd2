package dev.strake.schema;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.List;

/**
 * Whether a string is one of those that a field may have. An empty text as the value of a field is
 * left to the rules of the API, because for most fields it is the same as none; in a list it is
 * not.
 */
final class EnumCheck {

  private EnumCheck() {}

  static void check(FieldSchema field, YamlNode value, NodePath path, Faults faults) {
    if (field.values().isEmpty()) {
      return;
    }
    if (value instanceof YamlScalar scalar) {
      if (!Nulls.isNothing(scalar)) {
        checkOne(field, scalar, path, faults);
      }
    } else if (value instanceof YamlSequence list) {
      List<YamlNode> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof YamlScalar scalar) {
          checkOne(field, scalar, path.index(i), faults);
        }
      }
    }
  }

  private static void checkOne(FieldSchema field, YamlScalar value, NodePath path, Faults faults) {
    boolean wrong =
        scalarIsText(value) && !field.values().contains(value.isNull() ? "" : value.text());
    if (wrong) {
      faults.notOneOf(value, path, field.values());
    }
  }

  /** Null in a list of strings is an empty one; other types are reported as such. */
  private static boolean scalarIsText(YamlScalar value) {
    return value.isString() || value.isNull();
  }
}
