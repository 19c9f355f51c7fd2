package dev.strake.cel;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the schema of a custom resource says of a value, as far as expressions see it: its type, and
 * how large it can be in a request of 3 MiB, which is the largest that a server takes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/cel/common/schemas.go">SchemaDeclType
 *     in schemas.go</a>
 */
public final class SchemaType {

  private static final long REQUEST_BYTES = 3 * 1024 * 1024;
  private static final long SHORTEST_DURATION = 3;
  private static final long DATE = 12;
  private static final long SHORTEST_TIME = 21;
  private static final long LONGEST_TIME = 32;

  /** No string in a request is longer, in bytes. */
  public static final long LONGEST_TEXT = REQUEST_BYTES - 2;

  public static final SchemaType BOOLEAN = scalar(SimpleType.BOOL, 4, 0);
  public static final SchemaType INTEGER = scalar(SimpleType.INT, 1, 0);
  public static final SchemaType NUMBER = scalar(SimpleType.DOUBLE, 1, 0);
  public static final SchemaType DURATION =
      scalar(SimpleType.DURATION, SHORTEST_DURATION, LONGEST_TIME);
  public static final SchemaType DAY = scalar(SimpleType.TIMESTAMP, DATE, DATE);
  public static final SchemaType TIME = scalar(SimpleType.TIMESTAMP, SHORTEST_TIME, LONGEST_TIME);
  private static final SchemaType KEY = scalar(SimpleType.STRING, 2, 0);

  private final CelType type;
  private final SortedMap<String, SchemaType> fields;
  private final @Nullable SchemaType key;
  private final @Nullable SchemaType element;
  private final long leastBytes;
  private final long mostElements;

  private SchemaType(
      CelType type,
      SortedMap<String, SchemaType> fields,
      @Nullable SchemaType key,
      @Nullable SchemaType element,
      long leastBytes,
      long mostElements) {
    this.type = type;
    this.fields = fields;
    this.key = key;
    this.element = element;
    this.leastBytes = leastBytes;
    this.mostElements = mostElements;
  }

  private static SchemaType scalar(CelType type, long leastBytes, long mostElements) {
    return new SchemaType(type, new TreeMap<>(), null, null, leastBytes, mostElements);
  }

  /**
   * A string.
   *
   * @param most of its bytes
   */
  public static SchemaType text(long most) {
    return scalar(SimpleType.STRING, 2, most);
  }

  /** Bytes, which are written as a string of at most so many characters. */
  public static SchemaType bytes(long most) {
    return scalar(SimpleType.BYTES, 2, most);
  }

  /** A number or a string of at most so many bytes. */
  public static SchemaType intOrString(long most) {
    return scalar(SimpleType.DYN, 1, most);
  }

  /**
   * A list.
   *
   * @param most how many items the schema allows; empty if it sets no limit
   */
  public static SchemaType listOf(SchemaType item, OptionalLong most) {
    long fitting = (REQUEST_BYTES - 2) / (item.leastBytes + 1);
    return new SchemaType(
        ListType.create(item.type), new TreeMap<>(), null, item, 2, most.orElse(fitting));
  }

  /** A mapping of names that the schema does not know; likewise. */
  public static SchemaType mapOf(SchemaType value, OptionalLong most) {
    long fitting = (REQUEST_BYTES - 2) / (value.leastBytes + 6);
    return new SchemaType(
        MapType.create(SimpleType.STRING, value.type),
        new TreeMap<>(),
        KEY,
        value,
        2,
        most.orElse(fitting));
  }

  /**
   * An object.
   *
   * @param name of the type, of which there must be no other in the same schema
   * @param fields by their names in expressions
   * @param leastBytes how long it is at least when it is written in JSON
   */
  public static SchemaType object(String name, Map<String, SchemaType> fields, long leastBytes) {
    SortedMap<String, SchemaType> sorted = new TreeMap<>(fields);
    ImmutableMap.Builder<String, CelType> builder = ImmutableMap.builder();
    sorted.forEach((field, of) -> builder.put(field, of.type));
    ImmutableMap<String, CelType> types = builder.buildOrThrow();
    StructType type =
        StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    return new SchemaType(type, sorted, null, null, leastBytes, 0);
  }

  /** How long a value is at least when it is written in JSON. */
  public long leastBytes() {
    return leastBytes;
  }

  /** How often a value can stand in one request, if nothing else bounds it. */
  public long mostInRequest() {
    return REQUEST_BYTES / (leastBytes + 1);
  }

  CelType declared() {
    return type;
  }

  long mostElements() {
    return mostElements;
  }

  SortedMap<String, SchemaType> fields() {
    return fields;
  }

  @Nullable SchemaType element() {
    return element;
  }

  /** The type one step inside, as paths of expressions name it; null if there is none. */
  @Nullable SchemaType inside(String step) {
    return switch (step) {
      case "@items", "@values" -> element;
      case "@keys" -> key;
      default -> fields.get(step);
    };
  }
}
