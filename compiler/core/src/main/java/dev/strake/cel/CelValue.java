package dev.strake.cel;

import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.AccumulatedUnknowns;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value that expressions can read. */
public final class CelValue {

  /** CEL's {@code null}. */
  public static final CelValue NULL = new CelValue(NullValue.NULL_VALUE);

  /** A map without entries. */
  public static final CelValue EMPTY_MAP = new CelValue(Map.of());

  private final Object value;

  private CelValue(Object value) {
    this.value = value;
  }

  /** What a user wrote, as it is: a null stays a null. */
  public static CelValue of(YamlNode node) {
    return new CelValue(convert(node, true));
  }

  /**
   * What a user wrote, as the API server sees an object: a field that is null is not there. The
   * decoders of built-in kinds drop such fields before any policy runs.
   */
  public static CelValue ofObject(YamlNode node) {
    return new CelValue(convert(node, false));
  }

  public static CelValue of(String text) {
    return new CelValue(text);
  }

  public static CelValue of(long number) {
    return new CelValue(number);
  }

  public static CelValue of(boolean truth) {
    return new CelValue(truth);
  }

  public static CelValue of(double number) {
    return new CelValue(number);
  }

  /** CEL's {@code optional.none()}. */
  public static final CelValue NONE = new CelValue(Optional.empty());

  /**
   * What nobody knows here: an expression whose result depends on it gives {@link
   * CelResult.Unknown}. For one thread only.
   */
  public static CelValue unknown() {
    // A new one each time, because evaluations write into it which others it meets.
    return new CelValue(AccumulatedUnknowns.create(List.of(0L), List.of()));
  }

  /** A point in time. */
  public static CelValue of(Instant time) {
    return new CelValue(time);
  }

  /** A span of time. */
  public static CelValue of(Duration duration) {
    return new CelValue(duration);
  }

  /** Bytes. */
  public static CelValue ofBytes(byte[] bytes) {
    return new CelValue(CelByteString.of(bytes));
  }

  /** A map of values by name. */
  public static CelValue mapOf(Map<String, CelValue> values) {
    Map<String, Object> raw = new LinkedHashMap<>(values.size() * 2);
    values.forEach((name, value) -> raw.put(name, value.raw()));
    return new CelValue(new ObjectMap(raw));
  }

  /** A list of values. */
  public static CelValue listOf(List<CelValue> items) {
    return new CelValue(items.stream().map(CelValue::raw).toList());
  }

  /** The items of a list; empty for anything else. */
  public Optional<List<CelValue>> items() {
    return value instanceof List<?> list
        ? Optional.of(list.stream().map(item -> new CelValue(item)).toList())
        : Optional.empty();
  }

  static CelValue ofRaw(Object value) {
    return new CelValue(value);
  }

  /** Never a Java null: the library would take that for a value that is not known yet. */
  Object raw() {
    return value;
  }

  private static Object convert(YamlNode node, boolean keepNulls) {
    if (node instanceof YamlMapping mapping) {
      return map(mapping, keepNulls);
    }
    if (node instanceof YamlSequence list) {
      return list(list, keepNulls);
    }
    return scalar((YamlScalar) node);
  }

  private static ObjectMap map(YamlMapping mapping, boolean keepNulls) {
    Map<String, Object> map = new LinkedHashMap<>(mapping.entries().size() * 2);
    for (YamlEntry entry : mapping.entries()) {
      Object value = convert(entry.value(), keepNulls);
      if (keepNulls || value != NullValue.NULL_VALUE) {
        map.put(entry.name(), value);
      }
    }
    return new ObjectMap(map);
  }

  private static List<Object> list(YamlSequence list, boolean keepNulls) {
    List<Object> items = new ArrayList<>(list.items().size());
    for (YamlNode item : list.items()) {
      items.add(convert(item, keepNulls));
    }
    return Collections.unmodifiableList(items);
  }

  private static Object scalar(YamlScalar scalar) {
    return switch (scalar.type()) {
      case STRING -> scalar.text();
      case BOOLEAN -> scalar.booleanValue();
      case INTEGER -> scalar.longValue();
      case FLOAT -> scalar.doubleValue();
      case NULL -> NullValue.NULL_VALUE;
    };
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
