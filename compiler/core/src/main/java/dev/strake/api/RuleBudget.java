package dev.strake.api;

import org.jspecify.annotations.Nullable;

/**
 * What the rules of a schema may cost by the API server's estimate: each, and all together.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">StaticEstimatedCostLimit
 *     in validation.go</a>
 */
final class RuleBudget {

  private static final long MOST_OF_ONE = 10_000_000;
  private static final long MOST_OF_ALL = 100_000_000;
  private static final long WHOLE = 100;
  private static final String HELP =
      "write maxItems, maxProperties and maxLength where lists, maps and strings are declared, or"
          + " ask less";

  private long total;
  private long highest;
  private @Nullable Cursor dearest;

  /** Adds the cost of an expression, and reports one that costs too much by itself. */
  void add(Cursor expression, long cost) {
    if (cost > MOST_OF_ONE) {
      expression.report(
          ApiCode.OUT_OF_RANGE,
          "%s may cost %s of what the server allows a rule"
              .formatted(expression.path(), share(cost, MOST_OF_ONE)),
          HELP);
    }
    total = cost > Long.MAX_VALUE - total ? Long.MAX_VALUE : total + cost;
    if (dearest == null || cost > highest) {
      highest = cost;
      dearest = expression;
    }
  }

  /** Reports rules that cost too much together, at the one that costs most. */
  void check() {
    if (dearest != null && total > MOST_OF_ALL && highest <= MOST_OF_ONE) {
      dearest.report(
          ApiCode.OUT_OF_RANGE,
          "the rules of this schema together may cost %s of what the server allows"
              .formatted(share(total, MOST_OF_ALL)),
          HELP);
    }
  }

  private static String share(long cost, long most) {
    long percent = cost / (most / WHOLE);
    return percent > WHOLE * WHOLE ? "more than 100 times" : percent + " %";
  }

  /** At most what 64 bits hold. */
  static long product(long one, long other) {
    return other != 0 && one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
  }
}
