package dev.strake.api;

import java.util.OptionalLong;

/**
 * A number or a percentage, as rolling updates and disruption budgets have it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go">ValidatePositiveIntOrPercent
 *     and IsNotMoreThan100Percent in validation.go</a>
 */
final class IntOrPercent {

  private static final int WHOLE = 100;

  private IntOrPercent() {}

  /** ValidatePositiveIntOrPercent: not negative, in spite of its name. */
  static void check(Cursor value) {
    if (value.isText() && !Texts.isPercent(value.text())) {
      value.invalid("must be a number or a percentage such as 25%");
    }
    Check.notNegative(value);
  }

  /** IsNotMoreThan100Percent. */
  static void checkNotMoreThanAll(Cursor value) {
    if (Texts.isPercent(value.text()) && amount(value).orElse(0) > WHOLE) {
      value.invalid(ApiCode.OUT_OF_RANGE, "must not be more than 100%");
    }
  }

  /** getIntOrPercentValue: whatever the number counts; empty if the value is absent or broken. */
  static OptionalLong amount(Cursor value) {
    if (!Texts.isPercent(value.text())) {
      return value.integer();
    }
    String digits = value.text().substring(0, value.text().length() - 1);
    return OptionalLong.of(digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits));
  }

  /** Whether the amount is zero; a broken one counts as something. */
  static boolean isZero(Cursor value, long byDefault) {
    return !value.isSet() ? byDefault == 0 : amount(value).orElse(1) == 0;
  }
}
