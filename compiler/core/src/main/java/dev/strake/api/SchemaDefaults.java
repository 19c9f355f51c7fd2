package dev.strake.api;

/**
 * Defaults in the schemas of custom resources. Only their types, their bounds and lists of values
 * are compared; the whole judgement needs a checker of custom resources.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apiserver/schema/defaulting/validation.go">ValidateDefaults
 *     in apiextensions-apiserver</a>
 */
final class SchemaDefaults {

  private SchemaDefaults() {}

  static void check(Cursor schema) {
    Cursor value = schema.field("default");
    Cursor type = schema.field("type");
    if (!value.isSet() || !type.isText()) {
      return;
    }
    boolean fits =
        switch (type.text()) {
          case "string" -> value.isText();
          case "boolean" -> value.isTrue() || value.isFalse();
          case "array" -> value.isList();
          case "object" -> value.isMapping();
          case "integer", "number" -> !value.isText() && !isStructure(value) && !isBoolean(value);
          default -> true;
        };
    if (!fits) {
      value.invalid("must be of the type " + type.text());
    } else if (value.isText() && isMissing(value, schema.field("enum"))) {
      value.invalid(ApiCode.UNSUPPORTED_VALUE, "must be one of the schema's enum");
    } else {
      checkBounds(value, schema);
    }
  }

  /** Numbers, lengths of texts and lengths of lists, each with its keywords. */
  private static void checkBounds(Cursor value, Cursor schema) {
    if (value.isNumber()) {
      checkBetween(value, value.integerOr(0), schema.field("minimum"), schema.field("maximum"));
    } else if (value.isText()) {
      long length = value.text().codePointCount(0, value.text().length());
      checkBetween(value, length, schema.field("minLength"), schema.field("maxLength"));
    } else if (value.isList()) {
      long length = value.items().size();
      checkBetween(value, length, schema.field("minItems"), schema.field("maxItems"));
    }
  }

  private static void checkBetween(Cursor value, long size, Cursor least, Cursor most) {
    if (size < least.integerOr(Long.MIN_VALUE)) {
      value.invalid(ApiCode.OUT_OF_RANGE, "must not be under the " + least.key());
    } else if (size > most.integerOr(Long.MAX_VALUE)) {
      value.invalid(ApiCode.OUT_OF_RANGE, "must not be over the " + most.key());
    }
  }

  private static boolean isBoolean(Cursor value) {
    return value.isTrue() || value.isFalse();
  }

  private static boolean isStructure(Cursor value) {
    return value.isList() || value.isMapping();
  }

  private static boolean isMissing(Cursor value, Cursor values) {
    return values.hasElements()
        && values.items().stream().noneMatch(allowed -> allowed.is(value.text()));
  }
}
