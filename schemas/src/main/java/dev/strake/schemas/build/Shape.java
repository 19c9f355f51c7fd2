package dev.strake.schemas.build;

import dev.strake.schemas.PackFormat;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a field, as a tag of {@link PackFormat} and what follows it.
 *
 * @param model what a reference refers to
 * @param element of lists, maps and alternatives
 */
record Shape(int tag, @Nullable String model, @Nullable Shape element) {

  private static final Map<String, Integer> SCALARS =
      Map.ofEntries(
          Map.entry("java.lang.String", PackFormat.STRING),
          Map.entry("java.lang.Integer", PackFormat.INT32),
          Map.entry("java.lang.Long", PackFormat.INT64),
          Map.entry("java.lang.Double", PackFormat.NUMBER),
          Map.entry("java.lang.Boolean", PackFormat.BOOLEAN),
          Map.entry("java.lang.Object", PackFormat.ANY),
          Map.entry("java.time.OffsetDateTime", PackFormat.DATE_TIME),
          Map.entry("io.kubernetes.client.custom.IntOrString", PackFormat.INT_OR_STRING),
          Map.entry("io.kubernetes.client.custom.Quantity", PackFormat.QUANTITY),
          Map.entry("io.kubernetes.client.custom.V1Patch", PackFormat.ANY));

  private static final Map<String, Integer> NAMED =
      Map.of(
          "string", PackFormat.STRING,
          "int32", PackFormat.INT32,
          "int64", PackFormat.INT64,
          "bytes", PackFormat.BYTES,
          "date-time", PackFormat.DATE_TIME,
          "micro-time", PackFormat.MICRO_TIME,
          "any", PackFormat.ANY,
          "object", PackFormat.ANY_OBJECT);

  /** What a Java type of a model class stands for. */
  static Shape of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      boolean map = arguments.length == 2;
      Shape element = of(arguments[arguments.length - 1]);
      return new Shape(map ? PackFormat.MAP : PackFormat.LIST, null, element);
    }
    if (type == byte[].class) {
      return new Shape(PackFormat.BYTES, null, null);
    }
    Integer scalar = SCALARS.get(type.getTypeName());
    return scalar == null ? reference(type) : new Shape(scalar, null, null);
  }

  private static Shape reference(Type type) {
    if (type instanceof Class<?> model && model.getPackageName().equals(ClientModels.PACKAGE)) {
      return new Shape(PackFormat.REF, model.getSimpleName(), null);
    }
    throw new IllegalStateException("a type that is not known: " + type);
  }

  /** What a table says in words: {@code micro-time}, {@code JSONSchemaProps or boolean}. */
  static Shape parse(String words, String version) {
    if (words.startsWith("map of ")) {
      return new Shape(PackFormat.MAP, null, parse(words.substring(7), version));
    }
    int or = words.indexOf(" or ");
    if (or < 0) {
      Integer named = NAMED.get(words);
      String model = "V" + version.substring(1) + words;
      return named == null ? new Shape(PackFormat.REF, model, null) : new Shape(named, null, null);
    }
    return new Shape(
        alternative(words.substring(or + 4)), null, parse(words.substring(0, or), version));
  }

  private static int alternative(String words) {
    return switch (words) {
      case "boolean" -> PackFormat.OR_BOOLEAN;
      case "list" -> PackFormat.OR_LIST;
      case "strings" -> PackFormat.OR_STRINGS;
      default -> throw new IllegalStateException("an alternative that is not known: " + words);
    };
  }
}
