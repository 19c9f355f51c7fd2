package dev.strake.schema;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlScalar;

/** Whole numbers as Go decodes them: without a fraction, and inside the bounds of their type. */
final class IntegerCheck {

  private IntegerCheck() {}

  static boolean isNumber(YamlScalar value) {
    return switch (value.type()) {
      case INTEGER, FLOAT -> true;
      case STRING, BOOLEAN, NULL -> false;
    };
  }

  static void check(
      YamlScalar value, NodePath path, SimpleType type, long least, long most, Faults faults) {
    boolean whole = isNumber(value) && isWhole(value);
    if (!whole) {
      faults.wrongType(value, path, type);
    } else if (!isBetween(value, least, most)) {
      faults.outOfRange(value, path, least, most);
    }
  }

  /** Numbers beyond 64 bits are floats to the reader, and whole all the same. */
  private static boolean isWhole(YamlScalar value) {
    return value.doubleValue() == Math.rint(value.doubleValue());
  }

  private static boolean isBetween(YamlScalar value, long least, long most) {
    return value.type() == ScalarType.INTEGER
        && value.longValue() >= least
        && value.longValue() <= most;
  }
}
