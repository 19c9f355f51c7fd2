package dev.strake.api;

import java.util.List;

/**
 * What a structural schema may say in allOf, anyOf, oneOf and not: only about values, and only of
 * fields that the schema has outside of them.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apiserver/schema/validation.go">validateNestedValueValidation
 *     in apiextensions-apiserver</a>
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apiserver/schema/complete.go">validateStructuralCompleteness
 *     in apiextensions-apiserver</a>
 */
final class NestedSchemas {

  private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
  private static final List<String> FORBIDDEN =
      List.of(
          "type",
          "default",
          "title",
          "description",
          "nullable",
          "x-kubernetes-preserve-unknown-fields",
          "x-kubernetes-embedded-resource",
          "x-kubernetes-int-or-string",
          "x-kubernetes-list-map-keys",
          "x-kubernetes-list-type",
          "x-kubernetes-map-type",
          "x-kubernetes-validations");

  private NestedSchemas() {}

  /** What a structural schema says about values. */
  static void check(Cursor schema) {
    checkAll(schema, schema);
  }

  private static void checkAll(Cursor nested, Cursor structure) {
    boolean intOrString = isIntOrString(nested.field("anyOf"));
    for (String list : LISTS) {
      List<Cursor> schemas = nested.field(list).items();
      for (int i = 0; i < schemas.size(); i++) {
        boolean typesOnly = list.equals("anyOf") && intOrString;
        if (!typesOnly) {
          checkOne(schemas.get(i), structure);
        }
      }
    }
    checkOne(nested.field("not"), structure);
  }

  /** The pattern of x-kubernetes-int-or-string, in which types are allowed. */
  private static boolean isIntOrString(Cursor anyOf) {
    List<Cursor> schemas = anyOf.items();
    return schemas.size() == 2
        && isOnlyType(schemas.get(0), "integer")
        && isOnlyType(schemas.get(1), "string");
  }

  private static boolean isOnlyType(Cursor schema, String type) {
    return schema.values().size() == 1 && schema.field("type").is(type);
  }

  private static void checkOne(Cursor nested, Cursor structure) {
    if (!nested.isMapping()) {
      return;
    }
    SchemaKeywords.checkNested(nested);
    if (nested.field("items").hasElements() && nested.field("items").isList()) {
      nested.field("items").invalid("must be one schema");
    }
    for (String keyword : FORBIDDEN) {
      Cursor found = nested.field(keyword);
      if (!found.isEmpty() && !found.isFalse()) {
        found.forbidden("in allOf, anyOf, oneOf and not");
      }
    }
    if (nested.field("additionalProperties").isSet()) {
      nested.field("additionalProperties").forbidden("in allOf, anyOf, oneOf and not");
    }
    checkAll(nested, structure);
    checkComplete(nested, structure);
  }

  private static void checkComplete(Cursor nested, Cursor structure) {
    if (nested.field("items").isMapping()) {
      checkInside(nested.field("items"), structure.field("items"));
    }
    for (Cursor property : nested.field("properties").values()) {
      if (property.key().equals("metadata")) {
        property.forbidden("in allOf, anyOf, oneOf and not");
      }
      checkInside(property, structure.field("properties", property.key()));
    }
  }

  private static void checkInside(Cursor nested, Cursor structure) {
    if (!structure.isSet()) {
      nested.report(
          ApiCode.UNRESOLVED_REFERENCE,
          nested.path() + " is about a field that the schema does not have",
          "add " + structure.path() + " with its type");
    } else {
      checkOne(nested, structure);
    }
  }
}
