package dev.strake.spec;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.diagnostic.Fix;
import dev.strake.value.Parsed;
import dev.strake.value.Quoted;
import dev.strake.yaml.ScalarStyle;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlScalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one scalar: a value type, an enum, a boolean or a number. Null where it reports. */
final class ScalarBinder {

  static final Code WRONG_TYPE = Code.error("spec/wrong-type");
  static final Code INVALID_VALUE = Code.error("spec/invalid-value");
  static final Code UNKNOWN_CHOICE = Code.error("spec/unknown-choice");

  private final DiagnosticSink sink;

  ScalarBinder(DiagnosticSink sink) {
    this.sink = sink;
  }

  /** Whether a type is written as a scalar. */
  static boolean reads(Class<?> type) {
    return type.isEnum()
        || type == Boolean.class
        || isNumber(type)
        || ValueType.of(type).isPresent();
  }

  static boolean isNumber(Class<?> type) {
    return type == Integer.class || type == Long.class;
  }

  /** What a type is called in messages, with its article. */
  static String noun(Class<?> type) {
    if (type == Boolean.class) {
      return "true or false";
    }
    if (isNumber(type)) {
      return "a whole number";
    }
    return ValueType.of(type)
        .map(ValueType::noun)
        .orElseGet(() -> "one of " + String.join(", ", choices(type)));
  }

  static List<String> choices(Class<?> enumType) {
    return Arrays.stream(enumType.getEnumConstants()).map(Object::toString).toList();
  }

  /**
   * The value of a default that a record of ours declares.
   *
   * @throws IllegalArgumentException if the record is wrong about it
   */
  static Object byDefault(Class<?> type, String text) {
    if (type.isEnum()) {
      return type.getEnumConstants()[choices(type).indexOf(text)];
    }
    if (type == Boolean.class) {
      return Boolean.valueOf(text);
    }
    if (isNumber(type)) {
      return type == Integer.class ? (Object) Integer.valueOf(text) : (Object) Long.valueOf(text);
    }
    return ValueType.of(type).orElseThrow().parse().apply(text).orThrow();
  }

  @Nullable Object bind(Class<?> type, Place place, @Nullable Range range) {
    if (!(place.node() instanceof YamlScalar scalar)) {
      return wrongType(place, noun(type), null);
    }
    if (scalar.isNull()) {
      return isEmpty(place, noun(type));
    }
    if (type == Boolean.class) {
      return bool(place, scalar);
    }
    if (isNumber(type)) {
      return number(type, place, scalar, range);
    }
    Optional<ValueType<?>> valueType = ValueType.of(type);
    return valueType.isPresent()
        ? value(valueType.get(), place, scalar)
        : choice(type, place, scalar);
  }

  private @Nullable Object isEmpty(Place place, String noun) {
    sink.report(
        place
            .findingAtKey(WRONG_TYPE, place.name() + " must be " + noun + ", and it is empty")
            .withHelp("write a value, or \"\" for an empty text where that is one"));
    return null;
  }

  private @Nullable Object bool(Place place, YamlScalar scalar) {
    if (scalar.type() == ScalarType.BOOLEAN) {
      return scalar.booleanValue();
    }
    boolean quoted = scalar.text().equals("true") || scalar.text().equals("false");
    return wrongType(place, noun(Boolean.class), quoted ? unquote(scalar) : null);
  }

  private @Nullable Object number(
      Class<?> type, Place place, YamlScalar scalar, @Nullable Range range) {
    if (scalar.type() != ScalarType.INTEGER) {
      boolean quoted = scalar.isString() && scalar.text().matches("-?[1-9][0-9]{0,17}|0");
      return wrongType(place, noun(type), quoted ? unquote(scalar) : null);
    }
    long number = scalar.longValue();
    long min = range == null ? Long.MIN_VALUE : range.min();
    long max = range == null ? Long.MAX_VALUE : range.max();
    if (type == Integer.class) {
      min = Math.max(min, Integer.MIN_VALUE);
      max = Math.min(max, Integer.MAX_VALUE);
    }
    if (number < min || number > max) {
      return outside(place, number, number < min ? "at least " + min : "at most " + max);
    }
    return type == Integer.class ? (Object) (int) number : (Object) number;
  }

  private @Nullable Object outside(Place place, long number, String bound) {
    sink.report(
        place.finding(
            INVALID_VALUE, "%s must be %s, and it is %s".formatted(place.name(), bound, number)));
    return null;
  }

  private @Nullable Object value(ValueType<?> type, Place place, YamlScalar scalar) {
    boolean number = scalar.type() == ScalarType.INTEGER || scalar.type() == ScalarType.FLOAT;
    if ((number && type.readsNumbers()) || (scalar.isString() && type.readsStrings())) {
      // A number is taken as Kubernetes sees it: 0777 is 511.
      return parsed(type, place, scalar.value());
    }
    if (scalar.isString()) {
      boolean valid = type.parse().apply(scalar.text()) instanceof Parsed.Ok;
      return valid
          ? wrongType(place, "a number", unquote(scalar))
          : parsed(type, place, scalar.text());
    }
    boolean validIfQuoted = type.parse().apply(scalar.text()) instanceof Parsed.Ok;
    return validIfQuoted ? readAsOther(place, scalar) : parsed(type, place, scalar.text());
  }

  private <T> @Nullable T parsed(ValueType<T> type, Place place, String text) {
    return parsed(type, place, place, text);
  }

  private <T> @Nullable T parsed(ValueType<T> type, Place place, Place named, String text) {
    Parsed<T> parsed = type.parse().apply(text);
    if (parsed instanceof Parsed.Ok<T> ok) {
      return ok.value();
    }
    Parsed.Bad<T> bad = (Parsed.Bad<T>) parsed;
    Diagnostic finding =
        place.finding(
            INVALID_VALUE,
            "%s: %s is not %s".formatted(named.name(), Quoted.of(text), bad.reason()));
    sink.report(bad.help() == null ? finding : finding.withHelp(bad.help()));
    return null;
  }

  /** The key of a map; null where it reports. */
  @Nullable Object key(Class<?> type, Place map, Place entry, String name) {
    ValueType<?> valueType = ValueType.of(type).orElseThrow();
    YamlScalar key = entry.key();
    Place place = key == null ? map : new Place(key, entry.path(), key);
    return parsed(valueType, place, map, name);
  }

  private @Nullable Object choice(Class<?> type, Place place, YamlScalar scalar) {
    List<String> choices = choices(type);
    int at = choices.indexOf(scalar.text());
    if (at >= 0) {
      return type.getEnumConstants()[at];
    }
    sink.report(unknownChoice(place, scalar, choices));
    return null;
  }

  /** A scalar that should be one of several words. */
  static Diagnostic unknownChoice(Place place, YamlScalar scalar, List<String> choices) {
    Diagnostic finding =
        place.finding(
            UNKNOWN_CHOICE, "%s: there is no %s".formatted(place.name(), Quoted.of(scalar.text())));
    Optional<String> moved =
        place.path().lastKey().flatMap(key -> MovedNames.value(key, scalar.text()));
    if (moved.isPresent()) {
      return finding.withHelp("write " + moved.get());
    }
    Optional<String> meant = DidYouMean.of(scalar.text(), choices);
    if (meant.isEmpty()) {
      return finding.withHelp("write one of " + String.join(", ", choices));
    }
    return finding
        .withHelp("did you mean " + meant.get() + "? There are " + String.join(", ", choices))
        .withFix(Fix.replace("write " + meant.get(), scalar.range(), meant.get()));
  }

  private @Nullable Object wrongType(Place place, String expected, @Nullable Fix fix) {
    report(sink, place, expected, fix);
    return null;
  }

  static void report(DiagnosticSink sink, Place place, String expected, @Nullable Fix fix) {
    Diagnostic finding =
        place.finding(
            WRONG_TYPE,
            "%s must be %s, and this is %s"
                .formatted(place.name(), expected, place.node().description()));
    sink.report(fix == null ? finding : finding.withHelp(fix.title()).withFix(fix));
  }

  private @Nullable Object readAsOther(Place place, YamlScalar scalar) {
    Diagnostic finding =
        place.finding(
            WRONG_TYPE,
            "%s must be a string, and without quotes %s is %s"
                .formatted(place.name(), Quoted.plain(scalar.text()), scalar.description()));
    boolean plain = scalar.range().text().equals(scalar.text());
    String quoted = '"' + scalar.text() + '"';
    sink.report(
        plain
            ? finding
                .withHelp("write " + Quoted.of(scalar.text()))
                .withFix(Fix.replace("put it in quotes", scalar.range(), quoted))
            : finding);
    return null;
  }

  private static @Nullable Fix unquote(YamlScalar scalar) {
    boolean quoted =
        scalar.style() == ScalarStyle.SINGLE_QUOTED || scalar.style() == ScalarStyle.DOUBLE_QUOTED;
    return quoted ? Fix.replace("write it without quotes", scalar.range(), scalar.text()) : null;
  }
}
