package dev.strake.cel;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/**
 * {@code isSorted}, {@code min}, {@code max}, {@code indexOf} and {@code lastIndexOf} of lists.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library">Kubernetes
 *     list library</a>
 */
final class ListLibrary implements CelLibrary {

  @Override
  public List<CelFunctionDecl> declarations() {
    TypeParamType item = TypeParamType.create("T");
    ListType list = ListType.create(item);
    return List.of(
        newFunctionDeclaration(
            "isSorted", newMemberOverload("list_is_sorted", SimpleType.BOOL, list)),
        newFunctionDeclaration("min", newMemberOverload("list_min", item, list)),
        newFunctionDeclaration("max", newMemberOverload("list_max", item, list)),
        newFunctionDeclaration(
            "indexOf", newMemberOverload("list_index_of", SimpleType.INT, list, item)),
        newFunctionDeclaration(
            "lastIndexOf", newMemberOverload("list_last_index_of", SimpleType.INT, list, item)));
  }

  @Override
  public List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from("list_is_sorted", List.class, ListLibrary::isSorted),
        CelFunctionBinding.from("list_min", List.class, list -> extreme(list, -1)),
        CelFunctionBinding.from("list_max", List.class, list -> extreme(list, 1)),
        CelFunctionBinding.from(
            "list_index_of", List.class, Object.class, (list, item) -> (long) list.indexOf(item)),
        CelFunctionBinding.from(
            "list_last_index_of",
            List.class,
            Object.class,
            (list, item) -> (long) list.lastIndexOf(item)));
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
