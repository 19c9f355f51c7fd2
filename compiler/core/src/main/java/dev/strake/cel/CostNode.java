package dev.strake.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression whose cost is estimated.
 *
 * @param path the fields that lead to its value from a variable on; empty if none do
 * @param type what it gives
 * @param expression null for what stands nowhere, such as the items of a list
 * @param size null if nothing is known of it
 */
record CostNode(
    List<String> path, CelType type, @Nullable CelExpr expression, @Nullable SizeRange size) {

  SizeRange sizeOrUnknown() {
    return size == null ? SizeRange.UNKNOWN : size;
  }

  boolean isText() {
    return type.equals(SimpleType.STRING) || type.equals(SimpleType.BYTES);
  }
}
