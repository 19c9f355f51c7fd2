package dev.strake.api;

import dev.strake.value.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The questions that the API server asks of one value, in whatever kind it stands. Values of a
 * wrong type are passed over.
 */
final class Check {

  private static final long MOST_INT32 = Integer.MAX_VALUE;
  private static final int HIGHEST_PORT = 65535;
  private static final int HIGHEST_MODE = 0777;

  private Check() {}

  /** Reports fields that are absent or empty. */
  static void required(Cursor parent, String... fields) {
    for (String name : fields) {
      Cursor field = parent.field(name);
      if (field.isEmpty()) {
        field.missing();
      }
    }
  }

  /** Reports a text of the wrong shape; an absent one has none. */
  static void shape(Cursor text, Function<String, @Nullable String> problemOf) {
    if (!text.isBlank()) {
      shapeEvenEmpty(text, problemOf);
    }
  }

  /** Reports a text of the wrong shape, where none is the same as the empty one. */
  static void shapeEvenEmpty(Cursor text, Function<String, @Nullable String> problemOf) {
    if (text.isSet() && !text.isText()) {
      return;
    }
    @Nullable String problem = problemOf.apply(text.text());
    if (problem != null) {
      text.report(ApiCode.INVALID_NAME, text.path() + " " + Texts.isNot(text.text(), problem));
    }
  }

  /** Reports a name that is absent, empty or of the wrong shape. */
  static void requiredShape(Cursor text, Function<String, @Nullable String> problemOf) {
    if (text.isBlank()) {
      text.missing();
    } else {
      shape(text, problemOf);
    }
  }

  /** ValidateNonnegativeField. */
  static void notNegative(Cursor number) {
    OptionalLong value = number.integer();
    if (value.isPresent() && value.getAsLong() < 0) {
      number.invalid(ApiCode.OUT_OF_RANGE, "must not be negative");
    }
  }

  static void notNegative(Cursor parent, String... fields) {
    Arrays.stream(fields).map(parent::field).forEach(Check::notNegative);
  }

  /** Reports a number that is set and outside of bounds, both of which are allowed. */
  static void range(Cursor number, long least, long most) {
    OptionalLong value = number.integer();
    if (value.isPresent() && (value.getAsLong() < least || value.getAsLong() > most)) {
      number.invalid(ApiCode.OUT_OF_RANGE, "must be from " + least + " to " + most);
    }
  }

  /** IsValidPortNum. */
  static void port(Cursor number) {
    range(number, 1, HIGHEST_PORT);
  }

  /** ValidatePortNumOrName; an absent port is 0. */
  static void portOrName(Cursor port) {
    if (!port.isSet()) {
      port.missing();
    } else if (port.isText()) {
      shapeEvenEmpty(port, Texts::portNameProblem);
    } else {
      port(port);
    }
  }

  /** The bits of a file's mode. */
  static void fileMode(Cursor mode) {
    OptionalLong value = mode.integer();
    if (value.isPresent() && (value.getAsLong() < 0 || value.getAsLong() > HIGHEST_MODE)) {
      mode.invalid(ApiCode.OUT_OF_RANGE, "must be from 0 to 0777, which is 511");
    }
  }

  /** IsValidUserID and IsValidGroupID. */
  static void userOrGroup(Cursor id) {
    range(id, 0, MOST_INT32);
  }

  /** Reports a text that is set and none of the allowed ones; an empty text is one, too. */
  static void oneOf(Cursor text, List<String> allowed) {
    if (text.isText() && !allowed.contains(text.text())) {
      unsupported(text, allowed);
    }
  }

  /** The same where the server takes an empty text for an absent one. */
  static void oneOfOrEmpty(Cursor text, List<String> allowed) {
    if (!text.isBlank()) {
      oneOf(text, allowed);
    }
  }

  /** The same where a text must stand. */
  static void requiredOneOf(Cursor text, List<String> allowed) {
    if (text.isBlank()) {
      text.missing();
    } else {
      oneOf(text, allowed);
    }
  }

  private static void unsupported(Cursor text, List<String> allowed) {
    text.invalid(ApiCode.UNSUPPORTED_VALUE, "must be one of " + String.join(", ", allowed));
  }

  /**
   * validation.IsValidIPForLegacyField: leading zeros and IPv4 in the clothes of IPv6 are still
   * read, because StrictIPCIDRValidation may be off.
   */
  static void ip(Cursor address) {
    shapeAs(address, LegacyIp::problem);
  }

  /** Reports a value, not a name, of the wrong shape; none is the same as the empty one. */
  static void shapeAs(Cursor text, Function<String, @Nullable String> problemOf) {
    if (text.isSet() && !text.isText()) {
      return;
    }
    @Nullable String problem = problemOf.apply(text.text());
    if (problem != null) {
      text.report(ApiCode.INVALID_VALUE, text.path() + " " + Texts.isNot(text.text(), problem));
    }
  }

  /** Reports a list that is too long. */
  static void atMost(Cursor list, int most) {
    int size = list.items().size();
    if (size > most) {
      list.report(
          ApiCode.TOO_LONG,
          "%s has %s elements, and %s are allowed".formatted(list.path(), size, most));
    }
  }

  /** ValidateNonnegativeQuantity. */
  static void notNegativeQuantity(Cursor amount) {
    if (amount.quantity().map(Quantity::signum).orElse(0) < 0) {
      amount.invalid(ApiCode.OUT_OF_RANGE, "must not be negative");
    }
  }

  /** ValidatePositiveQuantityValue. */
  static void positiveQuantity(Cursor amount) {
    if (amount.quantity().map(Quantity::signum).orElse(1) <= 0) {
      amount.invalid(ApiCode.OUT_OF_RANGE, "must be more than 0");
    }
  }

  /** Reports every one of several fields that is set. */
  static void forbidden(Cursor parent, String when, List<String> fields) {
    for (String name : fields) {
      Cursor field = parent.field(name);
      if (field.isSet()) {
        field.forbidden(when);
      }
    }
  }
}
