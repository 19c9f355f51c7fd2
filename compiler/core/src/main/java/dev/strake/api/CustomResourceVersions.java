package dev.strake.api;

import java.util.List;
import java.util.Set;

/**
 * Versions of a custom resource.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">validateCustomResourceDefinitionVersion
 *     in validation.go</a>
 */
final class CustomResourceVersions {

  private static final int LONGEST_WARNING = 256;
  private static final List<String> COLUMN_TYPES =
      List.of("boolean", "date", "integer", "number", "string");
  private static final List<String> COLUMN_FORMATS =
      List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");
  private static final Set<String> WITH_STATUS =
      Set.of(
          "description",
          "type",
          "format",
          "title",
          "maximum",
          "exclusiveMaximum",
          "minimum",
          "exclusiveMinimum",
          "maxLength",
          "minLength",
          "pattern",
          "maxItems",
          "minItems",
          "uniqueItems",
          "multipleOf",
          "required",
          "items",
          "properties",
          "externalDocs",
          "example",
          "x-kubernetes-preserve-unknown-fields",
          "x-kubernetes-validations");

  private CustomResourceVersions() {}

  static void check(Cursor version, ApiContext context) {
    checkWarning(version);
    checkSchema(version, context);
    checkScale(version.field("subresources", "scale"));
    version.field("additionalPrinterColumns").items().forEach(CustomResourceVersions::checkColumn);
    SelectableFields.check(version);
  }

  /** validateDeprecationWarning. */
  private static void checkWarning(Cursor version) {
    Cursor warning = version.field("deprecationWarning");
    if (!warning.isText()) {
      return;
    }
    if (!version.field("deprecated").isTrue()) {
      warning.forbidden("unless the version is deprecated");
    }
    String text = warning.text();
    boolean printable = text.codePoints().noneMatch(Character::isISOControl);
    if (text.isEmpty() || Texts.bytes(text) > LONGEST_WARNING || !printable) {
      warning.invalid("must have 1 to 256 characters in one line");
    }
  }

  private static void checkSchema(Cursor version, ApiContext context) {
    Cursor schema = version.field("schema", "openAPIV3Schema");
    if (!schema.isSet()) {
      schema.missing();
      return;
    }
    if (version.field("subresources", "status").isSet()) {
      for (Cursor field : schema.values()) {
        if (!WITH_STATUS.contains(field.key()) && !field.isEmpty() && !field.isFalse()) {
          field.forbidden("at the root of a schema with the subresource status");
        }
      }
    }
    if (schema.field("nullable").isTrue()) {
      schema.field("nullable").forbidden("at the root of a schema");
    }
    StructuralSchema.checkRoot(schema, context);
  }

  /** ValidateCustomResourceDefinitionSubresources. */
  private static void checkScale(Cursor scale) {
    if (!scale.isMapping()) {
      return;
    }
    checkPath(scale.field("specReplicasPath"), List.of(".spec."));
    checkPath(scale.field("statusReplicasPath"), List.of(".status."));
    if (!scale.field("labelSelectorPath").isBlank()) {
      checkPath(scale.field("labelSelectorPath"), List.of(".spec.", ".status."));
    }
  }

  private static void checkPath(Cursor path, List<String> starts) {
    if (path.isBlank()) {
      path.missing();
    } else if (path.isText() && starts.stream().noneMatch(path.text()::startsWith)) {
      path.invalid("must begin with " + String.join(" or ", starts));
    }
  }

  /** ValidateCustomResourceColumnDefinition. */
  private static void checkColumn(Cursor column) {
    if (column.isSet() && !column.isMapping()) {
      return;
    }
    Check.required(column, "name");
    Check.requiredOneOf(column.field("type"), COLUMN_TYPES);
    Check.oneOfOrEmpty(column.field("format"), COLUMN_FORMATS);
    Cursor path = column.field("jsonPath");
    if (path.isBlank()) {
      path.missing();
    } else if (path.isText() && !path.text().startsWith(".")) {
      path.invalid("must begin with a dot");
    }
  }
}
