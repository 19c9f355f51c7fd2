package dev.strake.cel;

import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.BOOL;
import static dev.strake.cel.FunctionType.INT;
import static dev.strake.cel.FunctionType.ITEM;

import com.google.common.primitives.UnsignedLong;
import java.time.Duration;
import java.util.List;

/**
 * {@code isSorted}, {@code sum}, {@code min}, {@code max}, {@code indexOf} and {@code lastIndexOf}
 * of lists.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library">Kubernetes
 *     list library</a>
 */
final class ListLibrary implements CelLibrary {

  @Override
  public List<CelFunction> functions() {
    var list = FunctionType.listOf(ITEM);
    return List.of(
        member("isSorted", "list_is_sorted", list, BOOL, ListLibrary::isSorted),
        member("sum", "list_sum", list, ITEM, ListLibrary::sum),
        member("min", "list_min", list, ITEM, items -> extreme(items, -1)),
        member("max", "list_max", list, ITEM, items -> extreme(items, 1)),
        member("indexOf", "list_index_of", list, ITEM, INT, (items, i) -> (long) items.indexOf(i)),
        member(
            "lastIndexOf",
            "list_last_index_of",
            list,
            ITEM,
            INT,
            (items, i) -> (long) items.lastIndexOf(i)));
  }

  /** Of an empty list, 0: its items have no type when it is evaluated. */
  private static Object sum(List<?> list) {
    Object sum = list.isEmpty() ? (Object) 0L : list.get(0);
    for (int i = 1; i < list.size(); i++) {
      sum = plus(sum, list.get(i));
    }
    if (sum instanceof Number || sum instanceof Duration) {
      return sum;
    }
    throw new CelFunctionFailure("the items of the list cannot be added");
  }

  private static Object plus(Object left, Object right) {
    try {
      if (left instanceof Long a && right instanceof Long b) {
        return Math.addExact(a, b);
      }
      if (left instanceof Double a && right instanceof Double b) {
        return a + b;
      }
      if (left instanceof UnsignedLong a && right instanceof UnsignedLong b) {
        return UnsignedLong.valueOf(a.bigIntegerValue().add(b.bigIntegerValue()));
      }
      if (left instanceof Duration a && right instanceof Duration b) {
        return a.plus(b);
      }
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new CelFunctionFailure("the sum of the list is too large");
    }
    throw new CelFunctionFailure("the items of the list cannot be added");
  }

  private static boolean isSorted(List<?> list) {
    for (int i = 1; i < list.size(); i++) {
      if (compare(list.get(i - 1), list.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param direction 1 for the largest, -1 for the smallest
   */
  private static Object extreme(List<?> list, int direction) {
    if (list.isEmpty()) {
      throw new CelFunctionFailure("min and max need a list that is not empty");
    }
    Object found = list.get(0);
    for (Object item : list) {
      if (compare(item, found) * direction > 0) {
        found = item;
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object left, Object right) {
    if (left instanceof Number a && right instanceof Number b && a.getClass() != b.getClass()) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    if (left instanceof Comparable<?> && left.getClass() == right.getClass()) {
      return ((Comparable<Object>) left).compareTo(right);
    }
    throw new CelFunctionFailure("the items of the list cannot be compared");
  }
}
