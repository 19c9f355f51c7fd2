package dev.strake.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as they come out at the API server: read by go-yaml v2 in Go's syntax, written as JSON,
 * and read again as an int64 where that is possible, else as a float64. So {@code 3.0} is an
 * integer, and 2^64 is not.
 *
 * @see <a href="https://github.com/yaml/go-yaml/blob/v2/resolve.go">resolve.go</a>
 * @see <a href="https://pkg.go.dev/strconv#ParseInt">strconv.ParseInt, base 0</a>
 */
final class GoNumbers {

  private static final Pattern INTEGER =
      Pattern.compile(
          "(?<sign>[-+]?)(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<bin>[01]+)|0[oO](?<oct>[0-7]+)"
              + "|0(?<oldoct>[0-7]+)|(?<dec>0|[1-9][0-9]*))");
  private static final Pattern ODD_UNDERSCORE = Pattern.compile("(?<![0-9])_|_(?![0-9])");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  // 64 binary digits with their prefix and sign; longer numbers are floats in any case.
  private static final int LONGEST_INTEGER = 67;

  // As many decimal digits fit an int64, whatever they are.
  private static final int SHORT = 18;

  private GoNumbers() {}

  /** Nearly all numbers are of this kind, in which nothing has to be told apart. */
  private static boolean isShortDecimal(String text) {
    int length = text.length();
    if (length == 0 || length > SHORT || (length > 1 && text.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** What a plain scalar that starts with a digit, sign or dot is. */
  static ScalarType typeOf(String text) {
    if (isShortDecimal(text)) {
      return ScalarType.INTEGER;
    }
    // Behind a leading dot, go-yaml asks strconv.ParseFloat, which wants digits around each one.
    boolean odd = text.charAt(0) == '.' && ODD_UNDERSCORE.matcher(text).find();
    String digits = odd ? text : text.replace("_", "");
    if (isGoInteger(digits)) {
      return integer(digits).bitLength() < 64 ? ScalarType.INTEGER : ScalarType.FLOAT;
    }
    if (!FLOAT.matcher(digits).matches()) {
      return ScalarType.STRING;
    }
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      return ScalarType.STRING;
    }
    return isInt64(value) ? ScalarType.INTEGER : ScalarType.FLOAT;
  }

  /** Whether go-yaml makes a float of this number, even if JSON then writes it like an integer. */
  static boolean isFloat64(String number) {
    String digits = number.replace("_", "");
    return !isGoInteger(digits);
  }

  /**
   * What fits an int64 or a uint64; go-yaml reads larger ones as floats, if they look like such.
   */
  private static boolean isGoInteger(String digits) {
    if (!isInteger(digits)) {
      return false;
    }
    BigInteger value = integer(digits);
    return value.bitLength() < (value.signum() < 0 ? 64 : 65);
  }

  private static boolean isInteger(String digits) {
    return digits.length() <= LONGEST_INTEGER && INTEGER.matcher(digits).matches();
  }

  private static boolean isInt64(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p63;
  }

  /**
   * The value of what {@link #typeOf} calls an integer.
   *
   * @throws NumberFormatException if it is none
   */
  static long longValue(String text) {
    if (isShortDecimal(text)) {
      return Long.parseLong(text);
    }
    String digits = text.replace("_", "");
    return isGoInteger(digits) ? integer(digits).longValue() : (long) Double.parseDouble(digits);
  }

  /**
   * The value of any number, as close as a double comes.
   *
   * @throws NumberFormatException if it is none
   */
  static double doubleValue(String text) {
    if (isShortDecimal(text)) {
      return Long.parseLong(text);
    }
    String digits = text.replace("_", "");
    return isGoInteger(digits) ? integer(digits).doubleValue() : Double.parseDouble(digits);
  }

  private static BigInteger integer(String digits) {
    Matcher m = INTEGER.matcher(digits);
    if (!m.matches()) {
      throw new NumberFormatException(digits);
    }
    BigInteger magnitude = magnitude(m);
    return m.group("sign").equals("-") ? magnitude.negate() : magnitude;
  }

  private static BigInteger magnitude(Matcher m) {
    if (m.group("dec") != null) {
      return new BigInteger(m.group("dec"));
    }
    if (m.group("hex") != null) {
      return new BigInteger(m.group("hex"), 16);
    }
    if (m.group("bin") != null) {
      return new BigInteger(m.group("bin"), 2);
    }
    return new BigInteger(m.group("oct") != null ? m.group("oct") : m.group("oldoct"), 8);
  }

  /**
   * As Go's encoding/json writes a float64: the shortest digits that read back to the same value,
   * with an exponent below 1e-6 and from 1e21 on.
   */
  static String json(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(value);
    double magnitude = Math.abs(value);
    return magnitude < 1e-6 || magnitude >= 1e21
        ? scientific(shortest, 1)
        : shortest.toPlainString();
  }

  /**
   * As sigs.k8s.io/yaml turns a float key into a string: Go's shortest {@code %g} of the value cut
   * to 32 bits, with an exponent below 1e-4 and from 1e6 on; the sign of a zero stays.
   */
  static String key(double value) {
    float cut = (float) value;
    if (cut == 0) {
      return 1 / cut < 0 ? "-0" : "0";
    }
    if (Float.isInfinite(cut)) {
      return cut > 0 ? ".inf" : "-.inf";
    }
    BigDecimal shortest = shortest(cut);
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent < -4 || exponent >= 6 ? scientific(shortest, 2) : shortest.toPlainString();
  }

  private static BigDecimal shortest(float value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 9; digits++) {
      BigDecimal rounded = rounded(exact, digits);
      if (rounded.floatValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return rounded(exact, 9);
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = rounded(exact, digits);
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return rounded(exact, 17);
  }

  private static BigDecimal rounded(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static String scientific(BigDecimal value, int exponentDigits) {
    String digits = value.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - value.scale();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    String padded = Integer.toString(Math.abs(exponent));
    return (value.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, exponentDigits - padded.length()))
        + padded;
  }
}
