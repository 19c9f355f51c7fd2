package dev.strake.api;

import dev.strake.cel.ReservedWords;
import dev.strake.cel.SchemaType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see of the values that a structural schema describes. Values of unknown types
 * are not seen at all.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/cel/common/schemas.go">SchemaDeclType
 *     in schemas.go</a>
 */
final class SchemaShapes {

  /** Names of types begin with something that expressions do not say. */
  private static final String TYPE = "selfType";

  private static final long LEAST_OBJECT = 2;
  private static final int MOST_BYTES_OF_CHARACTER = 4;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_./-][a-zA-Z0-9_./-]*");

  private SchemaShapes() {}

  /**
   * @param isResource whether the schema is of a whole resource, with a kind, a version and a name
   */
  static @Nullable SchemaType of(Cursor schema, boolean isResource) {
    return of(schema, isResource || isEmbedded(schema), TYPE);
  }

  private static boolean isEmbedded(Cursor schema) {
    return schema.field("x-kubernetes-embedded-resource").isTrue();
  }

  private static @Nullable SchemaType of(Cursor schema, boolean isResource, String name) {
    if (schema.field("x-kubernetes-int-or-string").isTrue()) {
      OptionalLong most = limit(schema, "maxLength");
      return SchemaType.intOrString(
          most.isPresent() ? most.getAsLong() * MOST_BYTES_OF_CHARACTER : SchemaType.LONGEST_TEXT);
    }
    return switch (schema.field("type").text()) {
      case "array" -> ofArray(schema, name);
      case "object" ->
          schema.field("additionalProperties").isMapping()
              ? ofMap(schema, name)
              : ofObject(schema, isResource, name);
      case "string" -> ofText(schema);
      case "boolean" -> SchemaType.BOOLEAN;
      case "number" -> SchemaType.NUMBER;
      case "integer" -> SchemaType.INTEGER;
      default -> null;
    };
  }

  /** A limit, of which a negative one is 0. */
  static OptionalLong limit(Cursor schema, String keyword) {
    OptionalLong limit = schema.field(keyword).integer();
    return limit.isPresent() ? OptionalLong.of(Math.max(0, limit.getAsLong())) : limit;
  }

  private static @Nullable SchemaType ofArray(Cursor schema, String name) {
    Cursor items = schema.field("items");
    @Nullable SchemaType item = of(items, isEmbedded(items), name + ".@idx");
    return item == null ? null : SchemaType.listOf(item, limit(schema, "maxItems"));
  }

  private static @Nullable SchemaType ofMap(Cursor schema, String name) {
    Cursor values = schema.field("additionalProperties");
    @Nullable SchemaType value = of(values, isEmbedded(values), name + ".@elem");
    return value == null ? null : SchemaType.mapOf(value, limit(schema, "maxProperties"));
  }

  private static SchemaType ofObject(Cursor schema, boolean isResource, String name) {
    Set<String> required = new HashSet<>();
    schema.field("required").items().forEach(field -> required.add(field.text()));
    Map<String, SchemaType> fields = new LinkedHashMap<>();
    long least = LEAST_OBJECT;
    for (Cursor property : schema.field("properties").values()) {
      @Nullable SchemaType type = of(property, isEmbedded(property), name + "." + property.key());
      if (type == null) {
        continue;
      }
      if (NAME.matcher(property.key()).matches()) {
        fields.put(ReservedWords.escape(property.key()), type);
      }
      if (required.contains(property.key()) && !property.field("default").isSet()) {
        least += Texts.bytes(property.key()) + type.leastBytes() + 4;
      }
    }
    if (isResource) {
      addIdentity(schema, fields, name);
    }
    return SchemaType.object(name, fields, least);
  }

  /**
   * Kind, version and name of a resource can be read, whether its schema has them or not; what else
   * a schema says of its metadata is not seen then.
   */
  private static void addIdentity(Cursor schema, Map<String, SchemaType> fields, String name) {
    Cursor properties = schema.field("properties");
    Cursor metadata = properties.field("metadata");
    boolean complete =
        properties.field("kind", "type").is("string")
            && properties.field("apiVersion", "type").is("string")
            && metadata.field("type").is("object")
            && metadata.field("properties", "name", "type").is("string")
            && metadata.field("properties", "generateName", "type").is("string");
    if (!complete) {
      SchemaType text = SchemaType.text(SchemaType.LONGEST_TEXT);
      fields.put("kind", text);
      fields.put("apiVersion", text);
      fields.put(
          "metadata",
          SchemaType.object(
              name + ".metadata", Map.of("name", text, "generateName", text), LEAST_OBJECT));
    }
  }

  private static SchemaType ofText(Cursor schema) {
    OptionalLong most = limit(schema, "maxLength");
    return switch (schema.field("format").text()) {
      case "byte" -> SchemaType.bytes(most.orElse(SchemaType.LONGEST_TEXT));
      case "duration" -> SchemaType.DURATION;
      case "date" -> SchemaType.DAY;
      case "date-time" -> SchemaType.TIME;
      default ->
          SchemaType.text(
              most.isPresent()
                  ? most.getAsLong() * MOST_BYTES_OF_CHARACTER
                  : longestOf(schema.field("enum")));
    };
  }

  private static long longestOf(Cursor values) {
    return values.hasElements()
        ? values.items().stream().mapToLong(value -> Texts.bytes(value.text())).max().orElse(0)
        : SchemaType.LONGEST_TEXT;
  }
}
