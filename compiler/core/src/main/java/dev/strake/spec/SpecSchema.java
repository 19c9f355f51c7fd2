package dev.strake.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Schema of our kinds, for editors and for whoever writes specs by program. It refuses
 * nothing that {@link SpecBinder} accepts; the binder is stricter where a schema cannot be.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class SpecSchema {

  private static final String ID = "https://strake.dev/schemas/v1alpha1/cluster.schema.json";

  private final JsonNodeFactory json = JsonNodeFactory.instance;
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  private SpecSchema() {}

  /** The schema of {@code kind: Cluster}, indented, with a line break at the end. */
  public static String cluster() {
    ObjectNode schema = new SpecSchema().root();
    try {
      String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema);
      return text.replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes is always JSON", e);
    }
  }

  private ObjectNode root() {
    ObjectNode root = json.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", ID);
    root.put("title", Cluster.KIND);
    ObjectNode section = section(Cluster.class, List.of("apiVersion", "kind"));
    ObjectNode properties = (ObjectNode) section.get("properties");
    properties.putObject("apiVersion").put("const", Cluster.API_VERSION);
    properties.putObject("kind").put("const", Cluster.KIND);
    root.setAll(section);
    ObjectNode all = root.putObject("$defs");
    definitions.forEach(all::set);
    return root;
  }

  /**
   * @param beside required keys that are no fields of the record; the caller describes them
   */
  private ObjectNode section(Class<?> record, List<String> beside) {
    RecordShape shape = RecordShape.of(record);
    ObjectNode section = json.objectNode();
    if (!RecordShape.doc(record).isEmpty()) {
      section.put("description", RecordShape.doc(record));
    }
    section.put("type", "object");
    ObjectNode properties = section.putObject("properties");
    beside.forEach(properties::putObject);
    List<FieldShape> required =
        shape.fields().stream()
            .filter(field -> field.presence() == FieldShape.Presence.REQUIRED)
            .toList();
    if (!required.isEmpty() || !beside.isEmpty()) {
      var names = section.putArray("required");
      beside.forEach(names::add);
      required.forEach(field -> names.add(field.key()));
    }
    shape
        .fields()
        .forEach(field -> properties.set(field.key(), field(field, required.contains(field))));
    section.put("additionalProperties", false);
    if (!shape.alternatives().isEmpty()) {
      var choices = section.putArray("oneOf");
      shape
          .alternatives()
          .forEach(field -> choices.addObject().putArray("required").add(field.key()));
    }
    return section;
  }

  private ObjectNode field(FieldShape field, boolean required) {
    ObjectNode value = type(field.type());
    if (field.notEmpty()) {
      value.put("minItems", 1);
    }
    Range range = field.range();
    if (range != null) {
      value.put("minimum", range.min());
      if (range.max() != Long.MAX_VALUE) {
        value.put("maximum", range.max());
      }
    }
    ObjectNode described = required ? value : orNull(value);
    if (!field.doc().isEmpty()) {
      described.put("description", field.doc());
    }
    if (!field.byDefault().isEmpty()) {
      described.put("description", field.doc() + " Default: " + field.byDefault() + ".");
    }
    return described;
  }

  /** An optional field may say null, which counts as absent. */
  private ObjectNode orNull(ObjectNode value) {
    ObjectNode either = json.objectNode();
    either.putArray("anyOf").add(value).add(json.objectNode().put("type", "null"));
    return either;
  }

  private ObjectNode type(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class ? list(generic) : map(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (ScalarBinder.reads(plain)) {
      return scalar(plain);
    }
    if (plain == PolicyParameters.class) {
      return json.objectNode().put("type", "object");
    }
    String name = name(plain);
    if (!definitions.containsKey(name)) {
      // Claims the name first: a type may contain itself.
      definitions.put(name, json.objectNode());
      definitions.put(name, plain.isRecord() ? section(plain, List.of()) : choice(plain));
    }
    return json.objectNode().put("$ref", "#/$defs/" + name);
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }

  private ObjectNode choice(Class<?> sealed) {
    ObjectNode choice = json.objectNode();
    choice.put("description", RecordShape.doc(sealed));
    String chosenBy = RecordShape.chosenBy(sealed);
    var kinds = choice.putArray("oneOf");
    Arrays.stream(sealed.getPermittedSubclasses())
        .forEach(
            kind -> {
              ObjectNode section = section(kind, List.of(chosenBy));
              ((ObjectNode) section.get("properties").get(chosenBy))
                  .put("const", RecordShape.kindName(kind));
              kinds.add(section);
            });
    return choice;
  }

  private ObjectNode list(ParameterizedType type) {
    ObjectNode list = json.objectNode().put("type", "array");
    list.set("items", type(RecordShape.argument(type, 0)));
    return list;
  }

  private ObjectNode map(ParameterizedType type) {
    ObjectNode map = json.objectNode().put("type", "object");
    Class<?> key = (Class<?>) RecordShape.argument(type, 0);
    ValueType.of(key)
        .filter(known -> !known.pattern().isEmpty())
        .ifPresent(known -> map.putObject("propertyNames").put("pattern", known.pattern()));
    map.set("additionalProperties", type(RecordShape.argument(type, 1)));
    return map;
  }

  private ObjectNode scalar(Class<?> type) {
    if (type == Boolean.class) {
      return json.objectNode().put("type", "boolean");
    }
    if (ScalarBinder.isNumber(type)) {
      return json.objectNode().put("type", "integer");
    }
    return ValueType.of(type).map(this::value).orElseGet(() -> choices(type));
  }

  private ObjectNode choices(Class<?> enumType) {
    ObjectNode choices = json.objectNode();
    var names = choices.putArray("enum");
    ScalarBinder.choices(enumType).forEach(names::add);
    return choices;
  }

  private ObjectNode value(ValueType<?> type) {
    ObjectNode value = json.objectNode();
    switch (type.written()) {
      case STRING -> value.put("type", "string");
      case NUMBER -> value.put("type", "integer").put("minimum", 1).put("maximum", 65535);
      case STRING_OR_NUMBER -> value.putArray("type").add("string").add("number");
    }
    if (!type.pattern().isEmpty()) {
      value.put("pattern", type.pattern());
    }
    return value;
  }
}
