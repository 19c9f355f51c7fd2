package dev.strake.cel;

/**
 * How large a value can be: a string's characters, the elements of a list or a mapping.
 *
 * @param least never negative
 * @param most {@link Long#MAX_VALUE} if nothing bounds it
 */
record SizeRange(long least, long most) {

  static final SizeRange UNKNOWN = new SizeRange(0, Long.MAX_VALUE);
  static final SizeRange ONE = fixed(1);

  static SizeRange fixed(long size) {
    return new SizeRange(size, size);
  }

  SizeRange plus(SizeRange other) {
    return new SizeRange(sum(least, other.least), sum(most, other.most));
  }

  SizeRange times(SizeRange other) {
    return new SizeRange(product(least, other.least), product(most, other.most));
  }

  SizeRange union(SizeRange other) {
    return new SizeRange(Math.min(least, other.least), Math.max(most, other.most));
  }

  /** What it costs to look at all of it, at most. */
  long cost(double factor) {
    return scaled(most, factor);
  }

  static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  static long product(long one, long other) {
    return other != 0 && one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
  }

  /** Rounded up. */
  static long scaled(long amount, double factor) {
    double exact = Math.ceil(amount * factor);
    return exact >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) exact;
  }
}
