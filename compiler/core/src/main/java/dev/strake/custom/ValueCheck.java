package dev.strake.custom;

import dev.strake.cel.RegularExpression;
import dev.strake.schema.Faults;
import dev.strake.value.Quoted;
import dev.strake.value.StringFormats;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import dev.strake.yaml.YamlTree;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a schema asks of a value beside its shape: bounds, patterns, formats, allowed values, and
 * combinations of these.
 */
final class ValueCheck {

  private ValueCheck() {}

  static void check(CustomSchema schema, Spot spot) {
    YamlNode value = spot.value();
    checkAllowedValues(schema, spot);
    if (value instanceof YamlScalar scalar && scalar.isString()) {
      checkText(schema, scalar.text(), spot);
    } else if (value instanceof YamlScalar scalar && isNumber(scalar)) {
      checkNumber(schema, scalar, spot);
    } else if (value instanceof YamlSequence list) {
      checkSize(schema, "Items", "item", list.items().size(), spot);
      ListKeyCheck.check(schema, list, spot);
    } else if (value instanceof YamlMapping mapping) {
      checkSize(schema, "Properties", "field", mapping.entries().size(), spot);
    }
    AlternativesCheck.check(schema, spot);
  }

  private static boolean isNumber(YamlScalar value) {
    return switch (value.type()) {
      case INTEGER, FLOAT -> true;
      case STRING, BOOLEAN, NULL -> false;
    };
  }

  private static void checkAllowedValues(CustomSchema schema, Spot spot) {
    List<YamlNode> allowed = schema.allowedValues();
    if (allowed.isEmpty()) {
      return;
    }
    @Nullable Object value = YamlTree.of(spot.value());
    if (allowed.stream().noneMatch(one -> Objects.equals(YamlTree.of(one), value))) {
      String all =
          allowed.stream()
              .map(one -> one instanceof YamlScalar s ? s.value() : one.description())
              .collect(Collectors.joining(", "));
      spot.sink()
          .report(
              spot.finding(
                      Faults.UNKNOWN_VALUE, "%s cannot be %s".formatted(spot.name(), shown(spot)))
                  .withHelp("it must be one of " + all));
    }
  }

  private static String shown(Spot spot) {
    return spot.value() instanceof YamlScalar scalar
        ? Quoted.of(scalar.text())
        : spot.value().description();
  }

  private static void checkText(CustomSchema schema, String text, Spot spot) {
    checkSize(schema, "Length", "character", text.codePointCount(0, text.length()), spot);
    schema
        .pattern()
        .filter(pattern -> !RegularExpression.isFoundIn(text, pattern))
        .ifPresent(
            pattern ->
                spot.report(
                    Faults.INVALID_VALUE,
                    "is %s, which does not match %s".formatted(shown(spot), pattern)));
    if (!StringFormats.accepts(schema.format(), text)) {
      spot.report(
          Faults.INVALID_VALUE, "is %s, which is no %s".formatted(shown(spot), schema.format()));
    }
  }

  /** {@code minLength}, {@code maxItems} and their like. */
  private static void checkSize(
      CustomSchema schema, String keyword, String what, long size, Spot spot) {
    schema
        .count("min" + keyword)
        .ifPresent(
            least -> {
              if (size < least) {
                spot.report(
                    Faults.OUT_OF_RANGE,
                    "has %s, and needs at least %s".formatted(count(size, what), least));
              }
            });
    schema
        .count("max" + keyword)
        .ifPresent(
            most -> {
              if (size > most) {
                spot.report(
                    Faults.OUT_OF_RANGE,
                    "has %s, and may have at most %s".formatted(count(size, what), most));
              }
            });
  }

  private static String count(long size, String what) {
    return size + " " + what + (size == 1 ? "" : "s");
  }

  private static void checkNumber(CustomSchema schema, YamlScalar scalar, Spot spot) {
    double value = scalar.doubleValue();
    schema
        .number("minimum")
        .ifPresent(
            least -> {
              boolean open = schema.is("exclusiveMinimum");
              if (value < least || (open && value == least)) {
                outOfRange(scalar, open ? "more than " : "at least ", least, spot);
              }
            });
    schema
        .number("maximum")
        .ifPresent(
            most -> {
              boolean open = schema.is("exclusiveMaximum");
              if (value > most || (open && value == most)) {
                outOfRange(scalar, open ? "less than " : "at most ", most, spot);
              }
            });
    schema
        .number("multipleOf")
        .ifPresent(
            unit -> {
              if (unit != 0 && value % unit != 0) {
                outOfRange(scalar, "a multiple of ", unit, spot);
              }
            });
    if (!fits(schema.format(), scalar)) {
      spot.report(
          Faults.OUT_OF_RANGE,
          "is %s, which does not fit into %s".formatted(scalar.text(), schema.format()));
    }
  }

  private static boolean fits(String format, YamlScalar value) {
    return switch (format) {
      case "int32" -> value.doubleValue() == (int) value.doubleValue();
      case "float" -> Math.abs(value.doubleValue()) <= Float.MAX_VALUE;
      default -> true;
    };
  }

  private static void outOfRange(YamlScalar value, String bound, double limit, Spot spot) {
    String number = limit % 1 == 0 ? Long.toString((long) limit) : Double.toString(limit);
    spot.report(
        Faults.OUT_OF_RANGE, "must be %s%s, but is %s".formatted(bound, number, value.text()));
  }
}
