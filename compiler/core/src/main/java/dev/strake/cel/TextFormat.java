package dev.strake.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text with places for values: the cel-go extension's verbs {@code s}, {@code d}, {@code f},
 * {@code e}, {@code b}, {@code o}, {@code x} and {@code X} behind a percent sign, and two signs for
 * one.
 */
final class TextFormat {

  private static final int USUAL_PRECISION = 6;
  private static final int LARGEST_PRECISION = 100;

  private final String template;
  private final Iterator<?> values;
  private int at;

  TextFormat(String template, List<?> values) {
    this.template = template;
    this.values = values.iterator();
  }

  String filled() {
    StringBuilder out = new StringBuilder();
    while (at < template.length()) {
      char c = template.charAt(at++);
      if (c != '%') {
        out.append(c);
      } else if (template.startsWith("%", at)) {
        at++;
        out.append('%');
      } else {
        out.append(value());
      }
    }
    return out.toString();
  }

  private String value() {
    int precision = precision();
    if (at >= template.length()) {
      throw new CelFunctionFailure("the format ends behind a '%'");
    }
    char verb = template.charAt(at++);
    if (!values.hasNext()) {
      throw new CelFunctionFailure("the format has more places than there are values");
    }
    Object value = values.next();
    return switch (verb) {
      case 's' -> text(value);
      case 'd' -> whole(value, verb).toString();
      case 'b' -> value instanceof Boolean bit ? bit ? "1" : "0" : whole(value, verb).toString(2);
      case 'o' -> whole(value, verb).toString(8);
      case 'x' -> hexadecimal(value, verb);
      case 'X' -> hexadecimal(value, verb).toUpperCase(Locale.ROOT);
      case 'f' -> fixed(number(value, verb), precision);
      case 'e' -> scientific(number(value, verb), precision);
      default -> throw new CelFunctionFailure("the format has an unknown place, %" + verb);
    };
  }

  private int precision() {
    if (!template.startsWith(".", at)) {
      return USUAL_PRECISION;
    }
    int start = ++at;
    while (at < template.length() && Character.digit(template.charAt(at), 10) >= 0) {
      at++;
    }
    String digits = template.substring(start, at);
    if (digits.isEmpty() || digits.length() > 3 || Integer.parseInt(digits) > LARGEST_PRECISION) {
      throw new CelFunctionFailure("the format has a precision that is no number up to 100");
    }
    return Integer.parseInt(digits);
  }

  private static String text(Object value) {
    if (value instanceof NullValue) {
      return "null";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(TextFormat::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof CelByteString bytes) {
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
    if (value instanceof Duration span) {
      return BigDecimal.valueOf(span.toNanos(), 9).stripTrailingZeros().toPlainString() + "s";
    }
    return value instanceof Double number ? shortest(number) : value.toString();
  }

  private static String shortest(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return special(number);
    }
    BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return exact.signum() == 0 ? "0" : exact.toPlainString();
  }

  private static String special(double number) {
    return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
  }

  private static BigInteger whole(Object value, char verb) {
    if (value instanceof Long number) {
      return BigInteger.valueOf(number);
    }
    if (value instanceof UnsignedLong number) {
      return number.bigIntegerValue();
    }
    throw misfit(verb, "a whole number");
  }

  private static String hexadecimal(Object value, char verb) {
    if (value instanceof String text) {
      return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
    return value instanceof CelByteString bytes
        ? HexFormat.of().formatHex(bytes.toByteArray())
        : whole(value, verb).toString(16);
  }

  private static double number(Object value, char verb) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw misfit(verb, "a number");
  }

  private static String fixed(double number, int precision) {
    return Double.isNaN(number) || Double.isInfinite(number)
        ? special(number)
        : new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String scientific(double number, int precision) {
    return Double.isNaN(number) || Double.isInfinite(number)
        ? special(number)
        : String.format(Locale.ROOT, "%." + precision + "e", number);
  }

  private static CelFunctionFailure misfit(char verb, String needed) {
    return new CelFunctionFailure("%" + verb + " of the format needs " + needed);
  }
}
