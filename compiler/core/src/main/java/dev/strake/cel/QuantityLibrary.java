package dev.strake.cel;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.strake.value.Quantity;
import dev.strake.value.Quoted;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

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
    Class<Quantity> quantity = Quantity.class;
    return List.of(
        CelFunctionBinding.from("string_to_quantity", String.class, QuantityLibrary::parse),
        CelFunctionBinding.from("is_quantity_string", String.class, QuantityLibrary::isQuantity),
        CelFunctionBinding.from("quantity_sign", quantity, q -> (long) q.signum()),
        CelFunctionBinding.from("quantity_is_integer", quantity, q -> integer(q).isPresent()),
        CelFunctionBinding.from("quantity_as_integer", quantity, QuantityLibrary::asInteger),
        CelFunctionBinding.from("quantity_as_float", quantity, q -> q.amount().doubleValue()),
        CelFunctionBinding.from("quantity_add", quantity, quantity, Quantity::plus),
        CelFunctionBinding.from(
            "quantity_add_int", quantity, Long.class, (q, n) -> q.plus(parse(n.toString()))),
        CelFunctionBinding.from("quantity_sub", quantity, quantity, Quantity::minus),
        CelFunctionBinding.from(
            "quantity_sub_int", quantity, Long.class, (q, n) -> q.minus(parse(n.toString()))),
        CelFunctionBinding.from(
            "quantity_is_less_than", quantity, quantity, (a, b) -> a.compareTo(b) < 0),
        CelFunctionBinding.from(
            "quantity_is_greater_than", quantity, quantity, (a, b) -> a.compareTo(b) > 0),
        CelFunctionBinding.from(
            "quantity_compare_to", quantity, quantity, (a, b) -> (long) a.compareTo(b)));
  }

  private static Quantity parse(String text) {
    return Quantity.parse(text)
        .match(
            quantity -> quantity,
            bad -> {
              throw new CelFunctionFailure(Quoted.of(text) + " is not " + bad.reason());
            });
  }

  private static boolean isQuantity(String text) {
    return Quantity.parse(text).match(quantity -> true, bad -> false);
  }

  private static long asInteger(Quantity quantity) {
    return integer(quantity)
        .orElseThrow(() -> new CelFunctionFailure(quantity + " is not a whole number"));
  }

  /** The amount, if it is whole and fits 64 bits. */
  private static OptionalLong integer(Quantity quantity) {
    BigDecimal amount = quantity.amount();
    boolean whole = amount.signum() == 0 || amount.stripTrailingZeros().scale() <= 0;
    return whole && amount.toBigInteger().bitLength() < Long.SIZE
        ? OptionalLong.of(amount.longValueExact())
        : OptionalLong.empty();
  }
}
