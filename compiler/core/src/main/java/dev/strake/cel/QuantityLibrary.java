package dev.strake.cel;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/**
 * Amounts such as {@code 512Mi}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library">Kubernetes
 *     quantity library</a>
 */
final class QuantityLibrary implements CelLibrary {

  private static final OpaqueType QUANTITY = OpaqueType.create("kubernetes.Quantity");

  @Override
  public List<CelFunctionDecl> declarations() {
    return List.of(
        newFunctionDeclaration(
            "quantity", newGlobalOverload("string_to_quantity", QUANTITY, SimpleType.STRING)),
        newFunctionDeclaration(
            "isQuantity",
            newGlobalOverload("is_quantity_string", SimpleType.BOOL, SimpleType.STRING)),
        newFunctionDeclaration(
            "sign", newMemberOverload("quantity_sign", SimpleType.INT, QUANTITY)),
        newFunctionDeclaration(
            "isInteger", newMemberOverload("quantity_is_integer", SimpleType.BOOL, QUANTITY)),
        newFunctionDeclaration(
            "asInteger", newMemberOverload("quantity_as_integer", SimpleType.INT, QUANTITY)),
        newFunctionDeclaration(
            "asApproximateFloat",
            newMemberOverload("quantity_as_float", SimpleType.DOUBLE, QUANTITY)),
        newFunctionDeclaration(
            "add",
            newMemberOverload("quantity_add", QUANTITY, QUANTITY, QUANTITY),
            newMemberOverload("quantity_add_int", QUANTITY, QUANTITY, SimpleType.INT)),
        newFunctionDeclaration(
            "sub",
            newMemberOverload("quantity_sub", QUANTITY, QUANTITY, QUANTITY),
            newMemberOverload("quantity_sub_int", QUANTITY, QUANTITY, SimpleType.INT)),
        newFunctionDeclaration(
            "isLessThan",
            newMemberOverload("quantity_is_less_than", SimpleType.BOOL, QUANTITY, QUANTITY)),
        newFunctionDeclaration(
            "isGreaterThan",
            newMemberOverload("quantity_is_greater_than", SimpleType.BOOL, QUANTITY, QUANTITY)),
        newFunctionDeclaration(
            "compareTo",
            newMemberOverload("quantity_compare_to", SimpleType.INT, QUANTITY, QUANTITY)));
  }

  @Override
  public List<CelFunctionBinding> bindings() {
    Class<CelQuantity> quantity = CelQuantity.class;
    return List.of(
        CelFunctionBinding.from("string_to_quantity", String.class, CelQuantity::orFail),
        CelFunctionBinding.from(
            "is_quantity_string", String.class, text -> CelQuantity.parse(text).isPresent()),
        CelFunctionBinding.from("quantity_sign", quantity, q -> (long) q.amount().signum()),
        CelFunctionBinding.from("quantity_is_integer", quantity, CelQuantity::isInteger),
        CelFunctionBinding.from("quantity_as_integer", quantity, CelQuantity::asInteger),
        CelFunctionBinding.from("quantity_as_float", quantity, q -> q.amount().doubleValue()),
        CelFunctionBinding.from("quantity_add", quantity, quantity, CelQuantity::plus),
        CelFunctionBinding.from(
            "quantity_add_int", quantity, Long.class, (q, n) -> q.plus(CelQuantity.of(n))),
        CelFunctionBinding.from("quantity_sub", quantity, quantity, CelQuantity::minus),
        CelFunctionBinding.from(
            "quantity_sub_int", quantity, Long.class, (q, n) -> q.minus(CelQuantity.of(n))),
        CelFunctionBinding.from(
            "quantity_is_less_than", quantity, quantity, (a, b) -> a.compareTo(b) < 0),
        CelFunctionBinding.from(
            "quantity_is_greater_than", quantity, quantity, (a, b) -> a.compareTo(b) > 0),
        CelFunctionBinding.from(
            "quantity_compare_to", quantity, quantity, (a, b) -> (long) a.compareTo(b)));
  }
}
