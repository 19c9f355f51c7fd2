package dev.strake.value;

/** A TCP or UDP port, 1 to 65535. */
public record Port(int number) implements Comparable<Port> {

  private static final int LAST = 65535;

  /**
   * @throws IllegalArgumentException if the number is none
   */
  public Port {
    if (number < 1 || number > LAST) {
      throw new IllegalArgumentException("not a port: " + number);
    }
  }

  /** Decimal digits without sign or leading zeros. */
  public static Parsed<Port> parse(String text) {
    if (text.isEmpty() || !text.chars().allMatch(Names::isDigit)) {
      return Parsed.bad("a port: it must be a number from 1 to 65535");
    }
    if (text.charAt(0) == '0') {
      return Parsed.bad(
          text.length() == 1 ? "a port: ports start at 1" : "a port: it has a leading zero");
    }
    boolean inRange = text.length() <= 5 && Integer.parseInt(text) <= LAST;
    return inRange
        ? Parsed.ok(new Port(Integer.parseInt(text)))
        : Parsed.bad("a port: ports end at 65535");
  }

  @Override
  public int compareTo(Port other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
