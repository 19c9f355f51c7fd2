package dev.strake.api;

import java.util.List;

/**
 * Schemas of custom resources: which parts of OpenAPI they may use, and that they are structural.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">ValidateCustomResourceDefinitionOpenAPISchema
 *     in validation.go</a>
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apiserver/schema/validation.go">ValidateStructural
 *     in apiextensions-apiserver</a>
 */
final class StructuralSchema {

  /** Where a schema stands in another. */
  enum Level {
    ROOT,
    ITEM,
    FIELD
  }

  /**
   * What holds for all schemas inside of one.
   *
   * @param inMetadata whether it is a part of apiVersion, kind or metadata of some resource
   * @param noDefaults whether defaults may not be set
   */
  record Scope(boolean inMetadata, boolean noDefaults, RuleScope rules) {
    private Scope withoutDefaults() {
      return new Scope(inMetadata, true, rules);
    }

    private Scope inside(Cursor schema) {
      return new Scope(inMetadata, noDefaults, rules.inside(schema));
    }
  }

  private static final List<String> OF_RESOURCES = List.of("apiVersion", "kind", "metadata");

  private StructuralSchema() {}

  static void checkRoot(Cursor schema, ApiContext context) {
    RuleBudget budget = new RuleBudget();
    check(schema, Level.ROOT, new Scope(false, false, RuleScope.ofRoot(context, budget)));
    budget.check();
  }

  private static void check(Cursor schema, Level level, Scope scope) {
    if (!schema.isMapping()) {
      return;
    }
    SchemaKeywords.check(schema, scope);
    SchemaLists.check(schema);
    SchemaRules.check(schema, level == Level.ROOT, scope.rules());
    checkType(schema, level);
    checkEmbedded(schema);
    checkMetadata(schema, level);
    SchemaDefaults.check(schema);
    NestedSchemas.check(schema);
    checkInside(schema, level, scope);
  }

  private static void checkInside(Cursor schema, Level level, Scope scope) {
    Cursor additional = schema.field("additionalProperties");
    if (level == Level.ROOT && additional.isSet()) {
      additional.forbidden("at the root of a schema");
    } else if (schema.field("properties").hasElements()
        && (additional.isMapping() || additional.isFalse())) {
      additional.forbidden("beside properties");
    }
    Scope inner = scope.inside(schema);
    check(additional, Level.FIELD, scope.inMetadata() ? inner.withoutDefaults() : inner);
    Scope ofItems =
        new Scope(scope.inMetadata(), scope.noDefaults(), inner.rules().ofItems(schema));
    check(schema.field("items"), Level.ITEM, ofItems);
    boolean resource =
        level == Level.ROOT || schema.field("x-kubernetes-embedded-resource").isTrue();
    for (Cursor property : schema.field("properties").values()) {
      boolean meta = resource && OF_RESOURCES.contains(property.key());
      boolean noDefaults = scope.noDefaults() || (meta && level == Level.ROOT);
      if (!property.isSet()) {
        checkType(property, Level.FIELD);
      }
      check(
          property,
          Level.FIELD,
          new Scope(scope.inMetadata() || meta, noDefaults, inner.rules().ofProperties(schema)));
    }
  }

  /** The part of validateStructuralInvariants about types. */
  private static void checkType(Cursor schema, Level level) {
    Cursor type = schema.field("type");
    boolean free =
        schema.field("x-kubernetes-int-or-string").isTrue()
            || schema.field("x-kubernetes-preserve-unknown-fields").isTrue();
    boolean embedded = schema.field("x-kubernetes-embedded-resource").isTrue();
    if (type.isBlank() && (embedded || !free)) {
      type.missing("every field, item and root of a schema needs one");
    } else if (type.isText() && !type.isBlank() && !type.is("object")) {
      if (level == Level.ROOT) {
        type.invalid("must be object at the root");
      } else if (embedded) {
        type.invalid("must be object for an embedded resource");
      }
    }
    if (type.is("array") && !schema.field("items").isSet()) {
      schema.field("items").missing("an array needs them");
    } else if (type.is("array") && schema.field("items").isList()) {
      schema.field("items").invalid("must be one schema");
    }
  }

  private static void checkEmbedded(Cursor schema) {
    boolean intOrString = schema.field("x-kubernetes-int-or-string").isTrue();
    Cursor preserve = schema.field("x-kubernetes-preserve-unknown-fields");
    Cursor embedded = schema.field("x-kubernetes-embedded-resource");
    if (intOrString && preserve.isTrue()) {
      preserve.forbidden("beside x-kubernetes-int-or-string");
    }
    if (intOrString && embedded.isTrue()) {
      embedded.forbidden("beside x-kubernetes-int-or-string");
    }
    if (embedded.isTrue()) {
      if (schema.field("additionalProperties").isSet()) {
        schema.field("additionalProperties").forbidden("in an embedded resource");
      }
      if (!preserve.isTrue() && !schema.field("properties").hasElements()) {
        schema.field("properties").missing("an embedded resource needs them");
      }
    }
  }

  /** validateStructuralMetadataInvariants, and the types of kind and apiVersion. */
  private static void checkMetadata(Cursor schema, Level level) {
    boolean resource =
        level == Level.ROOT || schema.field("x-kubernetes-embedded-resource").isTrue();
    if (!resource) {
      return;
    }
    for (String name : List.of("kind", "apiVersion")) {
      requireType(schema.field("properties", name), "string");
    }
    Cursor metadata = schema.field("properties", "metadata");
    requireType(metadata, "object");
    if (level == Level.ROOT) {
      checkOnlyNames(metadata);
    }
  }

  private static void requireType(Cursor schema, String wanted) {
    Cursor type = schema.field("type");
    if (schema.isMapping() && !type.isBlank() && type.isText() && !type.is(wanted)) {
      type.invalid("must be " + wanted);
    }
  }

  private static void checkOnlyNames(Cursor metadata) {
    for (Cursor property : metadata.field("properties").values()) {
      if (!List.of("name", "generateName").contains(property.key())) {
        property.forbidden("in the metadata of a schema, besides name and generateName");
      }
    }
    for (Cursor keyword : metadata.values()) {
      boolean harmless =
          List.of(
                  "type",
                  "description",
                  "title",
                  "default",
                  "properties",
                  "externalDocs",
                  "example")
              .contains(keyword.key());
      if (!harmless && !keyword.isEmpty() && !keyword.isFalse()) {
        keyword.forbidden("in the metadata of a schema");
      }
    }
  }
}
