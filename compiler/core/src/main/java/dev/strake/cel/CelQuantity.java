package dev.strake.cel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount, without the way in which it was written: {@code 1Ki} equals {@code 1024}.
 *
 * @param amount without trailing zeros, in steps of 1e-9
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go">Quantity
 *     in apimachinery</a>
 */
record CelQuantity(BigDecimal amount) implements Comparable<CelQuantity> {

  private static final Pattern SHAPE =
      Pattern.compile(
          "([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?:([KMGTPE]i)|([numkMGTPE]?)|[eE]([+-]?[0-9]+))");

  private static final List<String> POWERS_OF_1024 =
      List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final Map<String, Integer> POWERS_OF_TEN =
      Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final int MAX_LENGTH = 100;
  private static final int MAX_EXPONENT = 99;

  CelQuantity {
    amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  static CelQuantity of(long number) {
    return new CelQuantity(BigDecimal.valueOf(number));
  }

  static Optional<CelQuantity> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (text.length() > MAX_LENGTH || !matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    return Optional.of(new CelQuantity(canonical(scaled(number, matcher))));
  }

  static CelQuantity orFail(String text) {
    return parse(text)
        .orElseThrow(() -> new CelFunctionFailure("'" + text + "' is not a quantity"));
  }

  private static BigDecimal scaled(BigDecimal number, Matcher matcher) {
    if (matcher.group(2) != null) {
      return number.multiply(
          BigDecimal.valueOf(1024).pow(POWERS_OF_1024.indexOf(matcher.group(2))));
    }
    if (matcher.group(4) != null) {
      return number.scaleByPowerOfTen(exponent(matcher.group(4)));
    }
    return number.scaleByPowerOfTen(POWERS_OF_TEN.getOrDefault(matcher.group(3), 0));
  }

  private static int exponent(String digits) {
    long exponent = digits.length() > 10 ? Long.MAX_VALUE : Long.parseLong(digits);
    return (int) Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, exponent));
  }

  /** Kubernetes keeps no more than nine decimals, rounds away from zero, and stops at 2^63-1. */
  private static BigDecimal canonical(BigDecimal amount) {
    BigDecimal rounded = amount.setScale(9, RoundingMode.UP);
    return rounded.min(LARGEST).max(LARGEST.negate());
  }

  boolean isInteger() {
    return amount.scale() <= 0 && amount.abs().compareTo(LARGEST) <= 0;
  }

  long asInteger() {
    if (!isInteger()) {
      throw new CelFunctionFailure("cannot convert value to integer");
    }
    return amount.longValueExact();
  }

  CelQuantity plus(CelQuantity other) {
    return new CelQuantity(amount.add(other.amount));
  }

  CelQuantity minus(CelQuantity other) {
    return new CelQuantity(amount.subtract(other.amount));
  }

  @Override
  public int compareTo(CelQuantity other) {
    return amount.compareTo(other.amount);
  }
}
