package dev.strake.custom;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.schema.Faults;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value has the shape that a schema describes. What is absent and has a default is there;
 * null is what an absent field is, where the schema does not allow it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/tree/master/pkg/apiserver/schema">pruning,
 *     defaulting and validation in apiextensions-apiserver</a>
 */
final class StructureCheck {

  /** What every object has at its root, whatever its schema says. */
  private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

  private static final int MOST_LISTED = 12;

  private StructureCheck() {}

  static void check(CustomSchema schema, Spot spot) {
    checkValue(schema, spot, true);
  }

  private static void checkValue(CustomSchema schema, Spot spot, boolean isObject) {
    if (CustomSchema.isNull(spot.value())) {
      checkNull(schema, spot);
      return;
    }
    if (!hasType(schema, spot.value())) {
      spot.report(
          Faults.WRONG_TYPE,
          "must be %s, not %s".formatted(description(schema), spot.value().description()));
      return;
    }
    if (spot.value() instanceof YamlMapping mapping) {
      checkMapping(schema, mapping, spot, isObject || schema.isEmbeddedResource());
    } else if (spot.value() instanceof YamlSequence list) {
      checkList(schema, list, spot);
    }
    ValueCheck.check(schema, spot);
  }

  private static void checkNull(CustomSchema schema, Spot spot) {
    if (!schema.isNullable() && schema.defaultValue().isEmpty() && !schema.type().isEmpty()) {
      spot.report(Faults.WRONG_TYPE, "must be %s, not null".formatted(description(schema)));
    }
  }

  static boolean hasType(CustomSchema schema, YamlNode value) {
    if (schema.isIntOrString()) {
      return value instanceof YamlScalar scalar && (scalar.isString() || isWhole(scalar));
    }
    return switch (schema.type()) {
      case "object" -> value instanceof YamlMapping;
      case "array" -> value instanceof YamlSequence;
      case "string" -> value instanceof YamlScalar scalar && scalar.isString();
      case "boolean" -> value instanceof YamlScalar scalar && scalar.type() == ScalarType.BOOLEAN;
      case "integer" -> value instanceof YamlScalar scalar && isWhole(scalar);
      case "number" -> value instanceof YamlScalar scalar && isNumber(scalar);
      default -> true;
    };
  }

  private static boolean isWhole(YamlScalar value) {
    return value.type() == ScalarType.INTEGER
        || (value.type() == ScalarType.FLOAT && value.doubleValue() % 1 == 0);
  }

  private static boolean isNumber(YamlScalar value) {
    return value.type() == ScalarType.INTEGER || value.type() == ScalarType.FLOAT;
  }

  private static String description(CustomSchema schema) {
    if (schema.isIntOrString()) {
      return "a whole number or a string";
    }
    return switch (schema.type()) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "boolean" -> "a boolean";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      default -> "a string";
    };
  }

  private static void checkList(CustomSchema schema, YamlSequence list, Spot spot) {
    Optional<CustomSchema> items = schema.items();
    List<YamlNode> values = list.items();
    for (int i = 0; items.isPresent() && i < values.size(); i++) {
      checkValue(items.get(), spot.index(i, values.get(i)), false);
    }
  }

  private static void checkMapping(
      CustomSchema schema, YamlMapping mapping, Spot spot, boolean isObject) {
    Map<String, CustomSchema> properties = schema.properties();
    for (YamlEntry entry : mapping.entries()) {
      CustomSchema property = properties.get(entry.name());
      Spot below = spot.key(entry.name(), entry.value());
      if (isObject && OF_EVERY_OBJECT.contains(entry.name())) {
        continue;
      }
      if (isDropped(entry.value(), property)) {
        continue;
      }
      if (property != null) {
        checkValue(property, below, false);
      } else {
        checkOther(schema, entry, below, mapping);
      }
    }
    for (String name : schema.required()) {
      CustomSchema property = properties.get(name);
      boolean given =
          mapping.get(name).filter(value -> !isDropped(value, property)).isPresent()
              || (property != null && property.defaultValue().isPresent());
      if (!given) {
        Spot missing = spot.key(name, mapping);
        spot.sink().report(missing.finding(Faults.MISSING_FIELD, missing.name() + " is missing"));
      }
    }
  }

  /**
   * Null where null is not allowed is taken away before anything is checked; in a list it is not.
   *
   * @see <a
   *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apiserver/schema/defaulting/prunenulls.go">prunenulls.go</a>
   */
  private static boolean isDropped(YamlNode value, @Nullable CustomSchema property) {
    return property != null && CustomSchema.isNull(value) && !property.isNullable();
  }

  private static void checkOther(
      CustomSchema schema, YamlEntry entry, Spot below, YamlMapping where) {
    Optional<CustomSchema> additional = schema.additionalProperties();
    if (isDropped(entry.value(), additional.orElse(null))) {
      return;
    }
    if (additional.isPresent()) {
      checkValue(additional.get(), below, false);
    } else if (!schema.allowsAnyProperties()
        && !schema.preservesUnknownFields()
        && !schema.type().isEmpty()) {
      below.sink().report(unknown(schema, entry, below, where));
    }
  }

  private static Diagnostic unknown(
      CustomSchema schema, YamlEntry entry, Spot below, YamlMapping where) {
    Set<String> known = schema.properties().keySet();
    Diagnostic finding =
        below.finding(Faults.UNKNOWN_FIELD, "unknown field \"%s\"".formatted(entry.name()));
    Diagnostic atKey =
        below.resource().isWritten() ? finding.withRange(entry.key().range()) : finding;
    Optional<String> meant =
        DidYouMean.of(entry.name(), known).filter(name -> where.entry(name).isEmpty());
    if (meant.isPresent()) {
      return atKey.withHelp("did you mean " + meant.get() + "?");
    }
    return atKey.withHelp(
        known.isEmpty() || known.size() > MOST_LISTED
            ? "the API server refuses fields that it does not know"
            : "the fields here are " + String.join(", ", known));
  }
}
