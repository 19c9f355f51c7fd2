package dev.strake.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time span as Go writes it: {@code 1h30m}, {@code 1.5s}, {@code -2us}; nanoseconds, in 64 bits.
 * Kubernetes' metav1.Duration is read this way.
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">time.ParseDuration</a>
 */
public final class GoDuration implements Comparable<GoDuration> {

  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L, // the micro sign
          "μs", 1_000L, // the Greek letter
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final Pattern PART = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([^0-9.]*)");
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final int LONGEST = 200;
  private static final String WHAT = "a duration";
  private static final String EXAMPLE = "write a number with its unit, such as 90s, 10m or 1h30m";

  private final String text;
  private final long nanos;

  private GoDuration(String text, long nanos) {
    this.text = text;
    this.nanos = nanos;
  }

  public static Parsed<GoDuration> parse(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String unsigned = signed ? text.substring(1) : text;
    if (unsigned.equals("0")) {
      return Parsed.ok(new GoDuration(text, 0));
    }
    if (unsigned.isEmpty() || unsigned.length() > LONGEST) {
      return Parsed.bad(WHAT, EXAMPLE);
    }
    return sum(unsigned)
        .match(
            nanos -> inRange(text, text.startsWith("-") ? nanos.negate() : nanos),
            bad -> Parsed.bad(bad.reason(), bad.help() == null ? EXAMPLE : bad.help()));
  }

  private static Parsed<BigInteger> sum(String unsigned) {
    BigInteger nanos = BigInteger.ZERO;
    Matcher part = PART.matcher(unsigned);
    int at = 0;
    while (at < unsigned.length()) {
      if (!part.find() || part.start() != at) {
        return Parsed.bad(WHAT);
      }
      String unitText = part.group(2);
      Long unit = UNITS.get(unitText);
      if (unit == null) {
        return badUnit(part.group(1), unitText);
      }
      // Go drops what is smaller than a nanosecond, part by part.
      BigDecimal exact = new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit));
      nanos = nanos.add(exact.setScale(0, RoundingMode.DOWN).toBigIntegerExact());
      at = part.end();
    }
    return Parsed.ok(nanos);
  }

  private static Parsed<BigInteger> badUnit(String number, String unit) {
    if (unit.isEmpty()) {
      return Parsed.bad("a duration: the unit is missing");
    }
    if (unit.equals("d") && number.matches("[0-9]{1,6}")) {
      return Parsed.bad(
          "a duration: Go knows no days", "write " + Long.parseLong(number) * 24 + "h");
    }
    return Parsed.bad(
        "a duration: there is no unit " + Quoted.of(unit), "units are ns, us, ms, s, m and h");
  }

  private static Parsed<GoDuration> inRange(String text, BigInteger nanos) {
    boolean lowest = nanos.equals(BigInteger.valueOf(Long.MIN_VALUE));
    return nanos.abs().compareTo(MOST) <= 0 || lowest
        ? Parsed.ok(new GoDuration(text, nanos.longValueExact()))
        : Parsed.bad("a duration: Go's durations end at 292 years");
  }

  public long nanos() {
    return nanos;
  }

  public Duration toDuration() {
    return Duration.ofNanos(nanos);
  }

  @Override
  public int compareTo(GoDuration other) {
    return Long.compare(nanos, other.nanos);
  }

  /** By length: {@code 60s} equals {@code 1m}. */
  @Override
  public boolean equals(Object other) {
    return other instanceof GoDuration that && nanos == that.nanos;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(nanos);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
