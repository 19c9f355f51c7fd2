package dev.strake.custom;

import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A part of a definition's schema: JSONSchemaProps, read when it is asked. What it says wrongly is
 * for the rules of the definition to find; here it says nothing then.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/#JSONSchemaProps">JSONSchemaProps</a>
 */
public final class CustomSchema {

  private final YamlMapping written;
  private final Lazy<Map<String, CustomSchema>> properties = new Lazy<>(this::readProperties);
  private final Lazy<List<CustomRule>> rules = new Lazy<>(this::readRules);
  private final Lazy<Optional<CustomSchema>> items = new Lazy<>(() -> schema("items"));
  private final Lazy<Optional<CustomSchema>> additionalProperties =
      new Lazy<>(() -> schema("additionalProperties"));

  CustomSchema(YamlMapping written) {
    this.written = written;
  }

  /** {@code object}, {@code array}, {@code string}...; empty where any type will do. */
  String type() {
    return text("type");
  }

  String format() {
    return text("format");
  }

  private String text(String keyword) {
    return written.string(keyword).orElse("");
  }

  Optional<String> pattern() {
    return written.string("pattern");
  }

  boolean isNullable() {
    return is("nullable");
  }

  boolean isIntOrString() {
    return is("x-kubernetes-int-or-string");
  }

  boolean isEmbeddedResource() {
    return is("x-kubernetes-embedded-resource");
  }

  boolean preservesUnknownFields() {
    return is("x-kubernetes-preserve-unknown-fields");
  }

  boolean is(String keyword) {
    return written.scalar(keyword).map(YamlScalar::value).equals(Optional.of("true"));
  }

  String listType() {
    return text("x-kubernetes-list-type");
  }

  List<String> listMapKeys() {
    return texts("x-kubernetes-list-map-keys");
  }

  List<String> required() {
    return texts("required");
  }

  private List<String> texts(String keyword) {
    return items(keyword).stream()
        .filter(item -> item instanceof YamlScalar)
        .map(item -> ((YamlScalar) item).text())
        .toList();
  }

  List<YamlNode> allowedValues() {
    return items("enum");
  }

  private List<YamlNode> items(String keyword) {
    return written.sequence(keyword).map(YamlSequence::items).orElse(List.of());
  }

  Optional<YamlNode> defaultValue() {
    return written.get("default").filter(value -> !isNull(value));
  }

  static boolean isNull(YamlNode value) {
    return value instanceof YamlScalar scalar && scalar.isNull();
  }

  /** By name, in order. */
  Map<String, CustomSchema> properties() {
    return properties.get();
  }

  private Map<String, CustomSchema> readProperties() {
    Map<String, CustomSchema> read = new LinkedHashMap<>();
    for (YamlEntry entry :
        written.mapping("properties").map(YamlMapping::entries).orElse(List.of())) {
      if (entry.value() instanceof YamlMapping property) {
        read.put(entry.name(), new CustomSchema(property));
      }
    }
    return read;
  }

  /** Of the values of names that are no properties; empty if none are allowed or any are. */
  Optional<CustomSchema> additionalProperties() {
    return additionalProperties.get();
  }

  /** Whether names that are no properties may have any value. */
  boolean allowsAnyProperties() {
    return is("additionalProperties");
  }

  Optional<CustomSchema> items() {
    return items.get();
  }

  Optional<CustomSchema> not() {
    return schema("not");
  }

  private Optional<CustomSchema> schema(String keyword) {
    return written.mapping(keyword).map(CustomSchema::new);
  }

  /** The schemas of {@code allOf}, {@code anyOf} or {@code oneOf}. */
  List<CustomSchema> alternatives(String keyword) {
    return items(keyword).stream()
        .filter(item -> item instanceof YamlMapping)
        .map(item -> new CustomSchema((YamlMapping) item))
        .toList();
  }

  OptionalDouble number(String keyword) {
    return written.scalar(keyword).filter(CustomSchema::isNumber).stream()
        .mapToDouble(YamlScalar::doubleValue)
        .findFirst();
  }

  OptionalLong count(String keyword) {
    return written.scalar(keyword).filter(CustomSchema::isNumber).stream()
        .mapToLong(value -> (long) value.doubleValue())
        .findFirst();
  }

  private static boolean isNumber(YamlScalar value) {
    return switch (value.type()) {
      case INTEGER, FLOAT -> true;
      case STRING, BOOLEAN, NULL -> false;
    };
  }

  /** The entries of {@code x-kubernetes-validations}. */
  List<CustomRule> rules() {
    return rules.get();
  }

  private List<CustomRule> readRules() {
    return items("x-kubernetes-validations").stream()
        .filter(item -> item instanceof YamlMapping)
        .map(item -> CustomRule.of((YamlMapping) item))
        .flatMap(Optional::stream)
        .toList();
  }
}
