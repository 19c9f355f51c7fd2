package dev.strake.api;

import java.util.OptionalLong;

/**
 * When an indexed job has succeeded.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go">validateSuccessPolicy
 *     and validateIndexesFormat in validation.go</a>
 */
final class SuccessPolicy {

  private static final int MOST_RULES = 20;
  private static final int MOST_INDEX_BYTES = 64 * 1024;
  private static final int MOST_DIGITS = 10;
  private static final long NO_INDEX = -1;

  private SuccessPolicy() {}

  /**
   * @param completions how many indexes the job has
   */
  static void check(Cursor policy, long completions) {
    Cursor rules = policy.field("rules");
    if (rules.isEmpty()) {
      rules.missing();
    }
    Check.atMost(rules, MOST_RULES);
    for (Cursor rule : rules.items()) {
      checkRule(rule, completions);
    }
  }

  private static void checkRule(Cursor rule, long completions) {
    Cursor count = rule.field("succeededCount");
    Cursor indexes = rule.field("succeededIndexes");
    if (!count.isSet() && !indexes.isSet()) {
      rule.report(
          ApiCode.MISSING_FIELD, rule.path() + " needs one of succeededCount, succeededIndexes");
    }
    long most = completions;
    if (indexes.isText()) {
      OptionalLong listed = countIndexes(indexes.text(), completions);
      if (Texts.bytes(indexes.text()) > MOST_INDEX_BYTES) {
        indexes.report(ApiCode.TOO_LONG, indexes.path() + " has more than 65536 characters");
      } else if (listed.isEmpty()) {
        indexes.invalid("must list growing indexes below completions, such as 0,2-4");
      } else {
        most = Math.min(most, listed.getAsLong());
      }
    }
    Check.notNegative(count);
    if (count.integerOr(0) > most) {
      count.invalid(ApiCode.OUT_OF_RANGE, "must be at most " + most);
    }
  }

  /** How many indexes a text such as {@code 0,2-4} lists; empty if it is not well-formed. */
  static OptionalLong countIndexes(String text, long completions) {
    if (text.isEmpty()) {
      return OptionalLong.of(0);
    }
    long total = 0;
    long last = Long.MIN_VALUE;
    for (String interval : text.split(",", -1)) {
      String[] limits = interval.split("-", -1);
      long from = limits.length > 2 ? NO_INDEX : index(limits[0], completions);
      long to = limits.length == 2 ? index(limits[1], completions) : from;
      boolean growing = from > last && to >= from && (limits.length == 1 || to > from);
      if (from == NO_INDEX || !growing) {
        return OptionalLong.empty();
      }
      total += to - from + 1;
      last = to;
    }
    return OptionalLong.of(total);
  }

  private static long index(String digits, long completions) {
    boolean number = digits.matches("\\+?[0-9]{1," + MOST_DIGITS + "}");
    long index = number ? Long.parseLong(digits) : NO_INDEX;
    return index < completions ? index : NO_INDEX;
  }
}
