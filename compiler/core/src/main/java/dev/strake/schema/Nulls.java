package dev.strake.schema;

import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;

/** Null is everywhere what an absent field is: Go's JSON decoder leaves the field as it was. */
final class Nulls {

  private Nulls() {}

  static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isNull();
  }

  /** Whether the API server cannot tell the value from an absent one where it asks for a value. */
  static boolean isNothing(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return scalar.isNull() || (scalar.isString() && scalar.text().isEmpty());
    }
    return node instanceof YamlSequence list && list.items().isEmpty();
  }
}
