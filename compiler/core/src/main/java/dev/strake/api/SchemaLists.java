package dev.strake.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How lists and maps of custom resources are merged.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">ValidateCustomResourceDefinitionOpenAPISchema
 *     and validateMapListKeysMapSet in validation.go</a>
 */
final class SchemaLists {

  private static final String LIST_TYPE = "x-kubernetes-list-type";
  private static final String MAP_TYPE = "x-kubernetes-map-type";
  private static final String KEYS = "x-kubernetes-list-map-keys";
  private static final String ATOMIC = "atomic";

  private SchemaLists() {}

  static void check(Cursor schema) {
    Cursor mapType = schema.field(MAP_TYPE);
    Cursor listType = schema.field(LIST_TYPE);
    Check.oneOf(mapType, List.of(ATOMIC, "granular"));
    Check.oneOf(listType, List.of(ATOMIC, "map", "set"));
    if (mapType.isSet()) {
      requireType(schema, "object", MAP_TYPE);
    }
    if (listType.isSet()) {
      requireType(schema, "array", LIST_TYPE);
    }
    Cursor items = schema.field("items");
    if (listType.is("set") && schema.field("type").is("array")) {
      checkSet(items);
    }
    if (listType.is("map")) {
      checkMap(schema, items);
    } else if (schema.field(KEYS).hasElements()) {
      schema.field(KEYS).forbidden("unless " + LIST_TYPE + " is map");
    }
    boolean merged = listType.is("set") || listType.is("map");
    if (merged && items.field("nullable").isTrue()) {
      items.field("nullable").forbidden("in a list of the type " + listType.text());
    }
  }

  private static void requireType(Cursor schema, String wanted, String keyword) {
    Cursor type = schema.field("type");
    if (type.isText() && !type.isBlank() && !type.is(wanted)) {
      type.invalid("must be " + wanted + " beside " + keyword);
    } else if (type.isBlank()) {
      type.missing(keyword + " needs the type " + wanted);
    }
  }

  private static void checkSet(Cursor items) {
    Cursor type = items.field("type");
    Cursor listType = items.field(LIST_TYPE);
    if (type.is("array") && listType.isText() && !listType.is(ATOMIC)) {
      listType.invalid("must be atomic in a set");
    } else if (type.is("object") && !items.field(MAP_TYPE).is(ATOMIC)) {
      items
          .field(MAP_TYPE)
          .report(ApiCode.INVALID_VALUE, items.field(MAP_TYPE).path() + " must be atomic in a set");
    }
  }

  private static void checkMap(Cursor schema, Cursor items) {
    Cursor keys = schema.field(KEYS);
    if (keys.isEmpty()) {
      keys.missing("a list of the type map needs them");
    }
    if (!items.isSet()) {
      items.missing("a list of the type map needs them");
    } else if (items.isMapping() && !items.field("type").is("object")) {
      items.field("type").report(ApiCode.INVALID_VALUE, "the items of a map must be objects");
    }
    Seen seen = new Seen();
    Set<String> required = new HashSet<>();
    items.field("required").items().forEach(name -> required.add(name.text()));
    for (Cursor key : keys.items()) {
      seen.add(key, key.text(), "the key " + key.text());
      if (items.field("type").is("object")) {
        checkKey(key, items.field("properties", key.text()), required);
      }
    }
  }

  private static void checkKey(Cursor key, Cursor property, Set<String> required) {
    Cursor type = property.field("type");
    if (!property.isSet()) {
      key.invalid(ApiCode.UNRESOLVED_REFERENCE, "must be a property of the items");
      return;
    }
    if (type.is("array") || type.is("object")) {
      type.invalid("must be a scalar, because " + key.text() + " is a key of the list");
    }
    if (!required.contains(key.text()) && !property.field("default").isSet()) {
      key.invalid("must be required or have a default");
    }
    if (property.field("nullable").isTrue()) {
      property.field("nullable").forbidden("in a key of a list");
    }
  }
}
