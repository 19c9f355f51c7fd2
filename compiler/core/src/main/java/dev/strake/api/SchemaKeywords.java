package dev.strake.api;

import dev.strake.cel.RegularExpression;
import java.util.List;

/**
 * Keywords of OpenAPI that schemas of custom resources may not use, or only in some way.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">specStandardValidatorV3
 *     in validation.go</a>
 */
final class SchemaKeywords {

  static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "object", "string");
  private static final List<String> UNSUPPORTED =
      List.of("id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref");

  private SchemaKeywords() {}

  /** For a schema that may have defaults and types. */
  static void check(Cursor schema, StructuralSchema.Scope scope) {
    checkNested(schema);
    Cursor byDefault = schema.field("default");
    if (scope.noDefaults() && byDefault.isSet()) {
      byDefault.forbidden("here");
    }
    Cursor embedded = schema.field("x-kubernetes-embedded-resource");
    if (scope.inMetadata() && embedded.isTrue()) {
      embedded.forbidden("inside of metadata");
    }
    Cursor preserve = schema.field("x-kubernetes-preserve-unknown-fields");
    if (preserve.isFalse()) {
      preserve.invalid("must be true, or absent");
    }
  }

  /** For any schema, also in allOf, anyOf, oneOf and not. */
  static void checkNested(Cursor schema) {
    Check.oneOfOrEmpty(schema.field("type"), TYPES);
    for (String keyword : UNSUPPORTED) {
      if (!schema.field(keyword).isEmpty()) {
        schema.field(keyword).forbidden("in the schema of a custom resource");
      }
    }
    if (schema.field("uniqueItems").isTrue()) {
      schema.field("uniqueItems").forbidden("to be true");
    }
    checkPattern(schema.field("pattern"));
  }

  private static void checkPattern(Cursor pattern) {
    if (pattern.isBlank() || !pattern.isText()) {
      return;
    }
    RegularExpression.problem(pattern.text())
        .ifPresent(
            problem ->
                pattern.report(
                    ApiCode.INVALID_VALUE,
                    "%s is no regular expression as Go reads it: %s"
                        .formatted(pattern.path(), problem)));
  }
}
