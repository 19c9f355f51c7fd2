package dev.strake.schema;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.List;

/**
 * Whether a string is one of those that a field may have. The empty text is left to rules of the
 * API: in most fields it is what an absent one is.
 */
final class EnumCheck {

  private EnumCheck() {}

  static void check(FieldSchema field, YamlNode value, NodePath path, Findings findings) {
    if (field.values().isEmpty()) {
      return;
    }
    if (value instanceof YamlScalar scalar) {
      checkOne(field, scalar, path, findings);
    } else if (value instanceof YamlSequence list) {
      List<YamlNode> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof YamlScalar scalar) {
          checkOne(field, scalar, path.index(i), findings);
        }
      }
    }
  }

  private static void checkOne(
      FieldSchema field, YamlScalar value, NodePath path, Findings findings) {
    boolean wrong =
        value.isString() && !value.text().isEmpty() && !field.values().contains(value.text());
    if (wrong) {
      findings.notOneOf(value, path, field.values());
    }
  }
}
