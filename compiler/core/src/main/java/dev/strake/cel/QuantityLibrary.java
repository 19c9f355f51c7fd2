package dev.strake.cel;

import static dev.strake.cel.CelFunction.global;
import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.BOOL;
import static dev.strake.cel.FunctionType.DOUBLE;
import static dev.strake.cel.FunctionType.INT;
import static dev.strake.cel.FunctionType.STRING;

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

  private static final FunctionType<Quantity> QUANTITY =
      FunctionType.opaque("kubernetes.Quantity", Quantity.class);

  @Override
  public int sinceMinor() {
    return 28;
  }

  @Override
  public List<CelFunction> functions() {
    return List.of(
        global("quantity", "string_to_quantity", STRING, QUANTITY, QuantityLibrary::parse),
        global("isQuantity", "is_quantity_string", STRING, BOOL, QuantityLibrary::isQuantity),
        member("sign", "quantity_sign", QUANTITY, INT, q -> (long) q.signum()),
        member("isInteger", "quantity_is_integer", QUANTITY, BOOL, q -> integer(q).isPresent()),
        member("asInteger", "quantity_as_integer", QUANTITY, INT, QuantityLibrary::asInteger),
        member(
            "asApproximateFloat",
            "quantity_as_float",
            QUANTITY,
            DOUBLE,
            q -> q.amount().doubleValue()),
        member("add", "quantity_add", QUANTITY, QUANTITY, QUANTITY, Quantity::plus),
        member("add", "quantity_add_int", QUANTITY, INT, QUANTITY, (q, n) -> q.plus(whole(n))),
        member("sub", "quantity_sub", QUANTITY, QUANTITY, QUANTITY, Quantity::minus),
        member("sub", "quantity_sub_int", QUANTITY, INT, QUANTITY, (q, n) -> q.minus(whole(n))),
        member(
            "isLessThan",
            "quantity_is_less_than",
            QUANTITY,
            QUANTITY,
            BOOL,
            (a, b) -> a.compareTo(b) < 0),
        member(
            "isGreaterThan",
            "quantity_is_greater_than",
            QUANTITY,
            QUANTITY,
            BOOL,
            (a, b) -> a.compareTo(b) > 0),
        member(
            "compareTo",
            "quantity_compare_to",
            QUANTITY,
            QUANTITY,
            INT,
            (a, b) -> (long) a.compareTo(b)));
  }

  private static Quantity whole(long number) {
    return parse(Long.toString(number));
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
