package dev.strake.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource as Kubernetes reads and counts it: a number with an optional decimal
 * ({@code 500m}), binary ({@code 64Gi}) or exponent ({@code 2e3}) suffix. What is finer than a
 * billionth is rounded up, and binary amounts end at 2^63-1.
 *
 * <p>Two things that Kubernetes' parser lets pass are refused: a suffix without a number, which it
 * reads as zero and its published pattern forbids, and exponents beyond ±99, which no resource has.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/resource/quantity.go">quantity.go
 *     in apimachinery</a>
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Kubernetes:
 *     Quantity</a>
 */
public final class Quantity implements Comparable<Quantity> {

  private enum Format {
    DECIMAL,
    BINARY,
    EXPONENT
  }

  private record Suffix(int base, int exponent, Format format) {}

  private static final Pattern EXPONENT = Pattern.compile("[eE]([+-]?[0-9]+)");
  private static final String DECIMAL_SUFFIXES = "num kMGTPE";
  private static final String BINARY_SUFFIXES = "KMGTPE";
  private static final int LONGEST = 100;
  private static final int FINEST = 9;
  private static final int LARGEST_EXPONENT = 99;
  private static final BigDecimal BINARY_MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Format.DECIMAL, "0");

  private final BigDecimal amount;
  private final Format format;
  private final @Nullable String written;

  private Quantity(BigDecimal amount, Format format, @Nullable String written) {
    this.amount = amount;
    this.format = format;
    this.written = written;
  }

  public static Parsed<Quantity> parse(String text) {
    int end = text.length() > LONGEST ? 0 : numberEnd(text);
    if (end == 0) {
      return Parsed.bad("a quantity", "write a number with an optional suffix: 500m, 2, 64Gi");
    }
    Suffix suffix = suffix(text.substring(end));
    if (suffix == null) {
      return badSuffix(text.substring(0, end), text.substring(end));
    }
    BigDecimal number = new BigDecimal(text.substring(0, end));
    BigDecimal factor =
        suffix.base == 2
            ? new BigDecimal(BigInteger.TWO.pow(suffix.exponent))
            : BigDecimal.ONE.scaleByPowerOfTen(suffix.exponent);
    return Parsed.ok(representable(number.multiply(factor), suffix.format, text));
  }

  /**
   * Where the number ends that a text begins with; 0 if there is none. Digits may be missing on one
   * side of the point: {@code 5.} and {@code .5}. By hand, because policies read every amount many
   * times.
   */
  private static int numberEnd(String text) {
    int start = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
    int whole = digitsEnd(text, start);
    boolean point = whole < text.length() && text.charAt(whole) == '.';
    int end = point ? digitsEnd(text, whole + 1) : whole;
    boolean digits = whole > start || end > whole + 1;
    return digits ? end : 0;
  }

  private static int digitsEnd(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static Quantity representable(BigDecimal exact, Format format, String text) {
    BigDecimal amount = exact.scale() > FINEST ? exact.setScale(FINEST, RoundingMode.UP) : exact;
    if (format != Format.BINARY) {
      return new Quantity(amount, format, text);
    }
    if (amount.abs().compareTo(BINARY_MOST) > 0) {
      amount = amount.signum() < 0 ? BINARY_MOST.negate() : BINARY_MOST;
    }
    boolean fraction = amount.signum() != 0 && amount.abs().compareTo(BigDecimal.ONE) < 0;
    return new Quantity(amount, fraction ? Format.DECIMAL : format, text);
  }

  private static @Nullable Suffix suffix(String text) {
    if (text.isEmpty()) {
      return new Suffix(10, 0, Format.DECIMAL);
    }
    if (text.length() == 1) {
      int at = DECIMAL_SUFFIXES.indexOf(text.charAt(0));
      return at < 0 || text.equals(" ") ? null : new Suffix(10, at * 3 - 9, Format.DECIMAL);
    }
    if (text.length() == 2 && text.charAt(1) == 'i') {
      int at = BINARY_SUFFIXES.indexOf(text.charAt(0));
      return at < 0 ? null : new Suffix(2, at * 10 + 10, Format.BINARY);
    }
    Matcher exponent = EXPONENT.matcher(text);
    if (!exponent.matches()) {
      return null;
    }
    int power =
        new BigInteger(exponent.group(1))
            .min(BigInteger.valueOf(1000))
            .max(BigInteger.valueOf(-1000))
            .intValueExact();
    return Math.abs(power) > LARGEST_EXPONENT ? null : new Suffix(10, power, Format.EXPONENT);
  }

  private static Parsed<Quantity> badSuffix(String number, String suffix) {
    if (EXPONENT.matcher(suffix).matches()) {
      return Parsed.bad("a quantity: its exponent is beyond ±" + LARGEST_EXPONENT);
    }
    String meant =
        switch (suffix.strip()) {
          case "K" -> "k";
          case "ki" -> "Ki";
          case "mi", "MI", "MiB", "Mib" -> "Mi";
          case "gi", "GI", "GiB", "Gib" -> "Gi";
          case "ti", "TI", "TiB", "Tib" -> "Ti";
          case "KB", "kB" -> "k";
          case "MB", "mb" -> "M";
          case "GB", "gb", "g" -> "G";
          case "TB", "t" -> "T";
          default -> suffix(suffix.strip()) == null ? "" : suffix.strip();
        };
    String reason = "a quantity: there is no suffix " + Quoted.of(suffix);
    return meant.isEmpty()
        ? Parsed.bad(reason, "suffixes are n u m k M G T P E, and Ki Mi Gi Ti Pi Ei")
        : Parsed.bad(reason, "write " + number + meant);
  }

  /** The amount in units, rounded up away from zero; at most what 64 bits hold. */
  public long value() {
    return rounded(amount);
  }

  /** The amount in thousandths, rounded up away from zero; at most what 64 bits hold. */
  public long milliValue() {
    return rounded(amount.movePointRight(3));
  }

  private static long rounded(BigDecimal exact) {
    BigInteger up = exact.setScale(0, RoundingMode.UP).toBigIntegerExact();
    return up.bitLength() < 64
        ? up.longValueExact()
        : up.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** The exact amount, in units. */
  public BigDecimal amount() {
    return amount;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return amount.signum();
  }

  /** The sum, in this quantity's format; zero takes the other's. */
  public Quantity plus(Quantity other) {
    return new Quantity(amount.add(other.amount), isZero() ? other.format : format, null);
  }

  /** The difference, in this quantity's format; zero takes the other's. */
  public Quantity minus(Quantity other) {
    return new Quantity(amount.subtract(other.amount), isZero() ? other.format : format, null);
  }

  /** This quantity so many times. */
  public Quantity times(long factor) {
    return new Quantity(amount.multiply(BigDecimal.valueOf(factor)), format, null);
  }

  /** As the API server prints it: no fraction, and the largest suffix that loses nothing. */
  public String canonical() {
    if (isZero()) {
      return "0";
    }
    boolean binary =
        format == Format.BINARY
            && amount.abs().compareTo(KIBI) >= 0
            && amount.stripTrailingZeros().scale() <= 0;
    return binary ? canonicalBinary() : canonicalDecimal();
  }

  private String canonicalBinary() {
    BigInteger rest = amount.toBigIntegerExact();
    int thousands = 0;
    BigInteger kibi = KIBI.toBigIntegerExact();
    while (thousands < BINARY_SUFFIXES.length() && rest.mod(kibi).signum() == 0) {
      rest = rest.divide(kibi);
      thousands++;
    }
    return thousands == 0
        ? rest.toString()
        : rest + BINARY_SUFFIXES.substring(thousands - 1, thousands) + "i";
  }

  private String canonicalDecimal() {
    BigDecimal stripped = amount.stripTrailingZeros();
    int exponent = Math.floorDiv(-stripped.scale(), 3) * 3;
    String digits = stripped.movePointLeft(exponent).toBigIntegerExact().toString();
    if (exponent == 0) {
      return digits;
    }
    int at = exponent / 3 + 3;
    boolean named = format != Format.EXPONENT && at < DECIMAL_SUFFIXES.length();
    return digits + (named ? DECIMAL_SUFFIXES.substring(at, at + 1) : "e" + exponent);
  }

  @Override
  public int compareTo(Quantity other) {
    return amount.compareTo(other.amount);
  }

  /** By amount: {@code 1} equals {@code 1000m}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Quantity that && amount.compareTo(that.amount) == 0;
  }

  @Override
  public int hashCode() {
    return amount.stripTrailingZeros().hashCode();
  }

  /** As it was written; {@link #canonical()} if it was computed. */
  @Override
  public String toString() {
    return written == null ? canonical() : written;
  }
}
