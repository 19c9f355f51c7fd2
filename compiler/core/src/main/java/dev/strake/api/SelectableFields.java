package dev.strake.api;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Fields that a list of custom resources can be narrowed by. Only plain paths are followed.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">ValidateCustomResourceSelectableFields
 *     in validation.go</a>
 */
final class SelectableFields {

  private static final int MOST = 8;
  private static final Pattern PLAIN = Pattern.compile("(\\.[a-zA-Z_][a-zA-Z0-9_]*)+");
  private static final List<String> TYPES = List.of("boolean", "integer", "string");

  private SelectableFields() {}

  static void check(Cursor version) {
    Cursor fields = version.field("selectableFields");
    Cursor schema = version.field("schema", "openAPIV3Schema");
    Seen paths = new Seen();
    Check.atMost(fields, MOST);
    for (Cursor field : fields.items()) {
      Cursor path = field.field("jsonPath");
      if (path.isBlank()) {
        path.missing();
      } else if (path.isText() && !path.text().startsWith(".") && !path.text().startsWith("[")) {
        path.invalid("must begin with a dot");
      } else if (PLAIN.matcher(path.text()).matches()) {
        paths.add(path, path.text(), "the field " + path.text());
        checkPath(path, schema);
      }
    }
  }

  private static void checkPath(Cursor path, Cursor root) {
    if (path.text().startsWith(".metadata.") || path.is(".metadata")) {
      path.invalid("must not lead into metadata");
      return;
    }
    Cursor schema = root;
    for (String name : path.text().substring(1).split("\\.", -1)) {
      if (schema.field("additionalProperties").isSet()) {
        return;
      }
      schema = schema.field("properties", name);
    }
    Cursor type = schema.field("type");
    if (!schema.isSet()) {
      path.invalid("must lead to a field of the schema");
    } else if (!TYPES.contains(type.text())) {
      path.invalid("must lead to a boolean, an integer or a string");
    }
  }
}
