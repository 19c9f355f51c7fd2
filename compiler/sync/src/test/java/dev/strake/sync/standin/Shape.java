package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.schema.FieldSchema;
import dev.strake.schema.ListType;
import dev.strake.schema.MapType;
import dev.strake.schema.ObjectType;
import dev.strake.schema.SchemaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How server-side apply merges a value: as a whole, field by field, or item by item. */
abstract class Shape {

  /** What nobody described: mappings field by field, lists as a whole. */
  static final Shape UNKNOWN =
      new Shape() {
        @Override
        Shape field(String name) {
          return this;
        }
      };

  static final Shape WHOLE =
      new Shape() {
        @Override
        Shape field(String name) {
          return this;
        }

        @Override
        boolean isWhole() {
          return true;
        }
      };

  abstract Shape field(String name);

  boolean isWhole() {
    return false;
  }

  /** The fields that tell items apart; empty for a list that is no map. */
  List<String> keys() {
    return List.of();
  }

  boolean isSet() {
    return false;
  }

  Shape item() {
    return UNKNOWN;
  }

  @Nullable String defaultOf(String field) {
    return null;
  }

  List<String> fieldsWithDefaults() {
    return List.of();
  }

  static Shape of(ObjectType type) {
    return new Typed(type, null);
  }

  private static Shape of(FieldSchema field) {
    return field.atomicMap() ? WHOLE : new Typed(field.type(), field);
  }

  /** By a published schema. */
  private static final class Typed extends Shape {

    private final SchemaType type;
    private final @Nullable FieldSchema field;

    Typed(SchemaType type, @Nullable FieldSchema field) {
      this.type = type;
      this.field = field;
    }

    @Override
    Shape field(String name) {
      if (type instanceof ObjectType object) {
        return object.field(name).map(Shape::of).orElse(UNKNOWN);
      }
      return type instanceof MapType map ? new Typed(map.element(), null) : UNKNOWN;
    }

    @Override
    boolean isWhole() {
      return type instanceof ListType && keys().isEmpty() && !isSet();
    }

    @Override
    List<String> keys() {
      return field != null && "map".equals(field.listType()) ? field.keys() : List.of();
    }

    @Override
    boolean isSet() {
      return field != null && "set".equals(field.listType());
    }

    @Override
    Shape item() {
      return type instanceof ListType list ? new Typed(list.element(), null) : UNKNOWN;
    }

    @Override
    @Nullable String defaultOf(String name) {
      return type instanceof ObjectType object
          ? object.field(name).map(FieldSchema::defaultValue).orElse(null)
          : null;
    }

    @Override
    List<String> fieldsWithDefaults() {
      return type instanceof ObjectType object
          ? object.allFields().stream()
              .filter(each -> each.defaultValue() != null)
              .map(FieldSchema::name)
              .toList()
          : List.of();
    }
  }

  /** By the schema in a definition. */
  static Shape ofDefinition(JsonNode schema) {
    return new Shape() {
      @Override
      Shape field(String name) {
        JsonNode property = schema.path("properties").path(name);
        JsonNode other = schema.path("additionalProperties");
        return property.isObject()
            ? ofDefinition(property)
            : other.isObject() ? ofDefinition(other) : Shape.UNKNOWN;
      }

      @Override
      boolean isWhole() {
        boolean list = schema.path("type").asText("").equals("array");
        return list
            ? keys().isEmpty() && !isSet()
            : schema.path("x-kubernetes-map-type").asText("").equals("atomic");
      }

      @Override
      List<String> keys() {
        return texts(schema.path("x-kubernetes-list-map-keys"));
      }

      @Override
      boolean isSet() {
        return schema.path("x-kubernetes-list-type").asText("").equals("set");
      }

      @Override
      Shape item() {
        return ofDefinition(schema.path("items"));
      }
    };
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
