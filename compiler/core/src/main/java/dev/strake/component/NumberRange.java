package dev.strake.component;

import dev.strake.diagnostic.Code;

/**
 * A field whose number lies in a range.
 *
 * @param field its name; with dots, of a field inside others
 * @param zeroIsDefault whether 0 asks for the component's default, and is fine even outside the
 *     range
 */
record NumberRange(String field, long least, long most, boolean zeroIsDefault) {

  private static final long ENDLESS = Long.MAX_VALUE;

  static NumberRange of(String field, long least, long most) {
    return new NumberRange(field, least, most, false);
  }

  static NumberRange orZero(String field, long least, long most) {
    return new NumberRange(field, least, most, true);
  }

  static NumberRange notNegative(String field) {
    return new NumberRange(field, 0, ENDLESS, false);
  }

  static NumberRange atLeast(String field, long least) {
    return new NumberRange(field, least, ENDLESS, false);
  }

  void check(Section config, Code code) {
    Section at = config;
    for (String step : field.split("\\.", -1)) {
      at = at.at(step);
    }
    if (at.number().isEmpty()) {
      return;
    }
    long number = at.number().getAsLong();
    boolean fine = (least <= number && number <= most) || (zeroIsDefault && number == 0);
    if (!fine) {
      at.report(code, "is %s, and must be %s".formatted(number, words()));
    }
  }

  private String words() {
    String range =
        most == ENDLESS ? "%s or more".formatted(least) : "from %s to %s".formatted(least, most);
    return zeroIsDefault && least > 0 ? "0 or " + range : range;
  }
}
