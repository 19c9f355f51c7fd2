package dev.strake.custom;

import dev.strake.cel.CelValue;
import dev.strake.cel.ReservedWords;
import dev.strake.value.GoDuration;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as rules see them: with their schema's types, with defaults for what is absent, and with
 * fields under names that CEL can say.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules">Kubernetes:
 *     validation rules, types and escaping</a>
 */
final class CustomValue {

  private CustomValue() {}

  static CelValue of(YamlNode node, @Nullable CustomSchema schema) {
    if (schema == null || CustomSchema.isNull(node)) {
      return CelValue.of(node);
    }
    if (node instanceof YamlMapping mapping) {
      return schema.properties().isEmpty() ? map(mapping, schema) : object(mapping, schema);
    }
    if (node instanceof YamlSequence list) {
      return list(list, schema);
    }
    return scalar((YamlScalar) node, schema);
  }

  private static CelValue object(YamlMapping mapping, CustomSchema schema) {
    Map<String, CelValue> fields = new LinkedHashMap<>();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              YamlNode written = mapping.get(name).orElse(null);
              YamlNode value = effective(written, property);
              if (value != null) {
                fields.put(ReservedWords.escape(name), of(value, property));
              }
            });
    addIdentity(mapping, fields);
    return CelValue.mapOf(fields);
  }

  /** Kind, version and name of an object can be read whether its schema lists them or not. */
  private static void addIdentity(YamlMapping mapping, Map<String, CelValue> fields) {
    for (YamlEntry entry : mapping.entries()) {
      boolean identity =
          Set.of("apiVersion", "kind", "metadata").contains(entry.name())
              && mapping.get("apiVersion").isPresent();
      if (identity) {
        fields.putIfAbsent(entry.name(), CelValue.of(entry.value()));
      }
    }
  }

  private static @Nullable YamlNode effective(@Nullable YamlNode written, CustomSchema schema) {
    boolean absent = written == null || (CustomSchema.isNull(written) && !schema.isNullable());
    return absent ? schema.defaultValue().orElse(null) : written;
  }

  private static CelValue map(YamlMapping mapping, CustomSchema schema) {
    CustomSchema value = schema.additionalProperties().orElse(null);
    Map<String, CelValue> entries = new LinkedHashMap<>();
    mapping.entries().forEach(entry -> entries.put(entry.name(), of(entry.value(), value)));
    return CelValue.mapOf(entries);
  }

  private static CelValue list(YamlSequence list, CustomSchema schema) {
    CustomSchema item = schema.items().orElse(null);
    List<CelValue> items = new ArrayList<>();
    list.items().forEach(value -> items.add(of(value, item)));
    return CelValue.listOf(items);
  }

  private static CelValue scalar(YamlScalar scalar, CustomSchema schema) {
    if (schema.type().equals("number") && scalar.type() == ScalarType.INTEGER) {
      return CelValue.of(scalar.doubleValue());
    }
    return schema.type().equals("string") && scalar.isString()
        ? text(scalar, schema.format())
        : CelValue.of(scalar);
  }

  /** What does not fit its format is reported elsewhere, and stays a text. */
  private static CelValue text(YamlScalar scalar, String format) {
    try {
      return switch (format) {
        case "date-time", "datetime" -> CelValue.of(instant(scalar.text()));
        case "date" -> CelValue.of(instant(scalar.text() + "T00:00:00Z"));
        case "duration" -> CelValue.of(duration(scalar));
        case "byte" -> CelValue.ofBytes(Base64.getDecoder().decode(scalar.text()));
        default -> CelValue.of(scalar.text());
      };
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return CelValue.of(scalar.text());
    }
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Duration duration(YamlScalar scalar) {
    return GoDuration.parse(scalar.text()).orThrow().toDuration();
  }
}
