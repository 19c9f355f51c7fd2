package dev.strake.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields that a list of custom resources can be narrowed by.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">ValidateCustomResourceSelectableFields
 *     in validation.go</a>
 */
final class SelectableFields {

  private static final int MOST = 8;
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
      } else if (path.isText()) {
        paths.add(path, path.text(), "the field " + path.text());
        checkPath(path, schema);
      }
    }
  }

  private static void checkPath(Cursor path, Cursor root) {
    if (!path.text().startsWith(".") || path.text().contains("[")) {
      path.invalid("must be names with a dot before each");
      return;
    }
    if (path.text().startsWith(".metadata.") || path.is(".metadata")) {
      path.invalid("must not lead into metadata");
      return;
    }
    @Nullable Cursor schema = RulePaths.find(path.text(), root);
    if (schema == null) {
      path.invalid("must lead to a field of the schema");
    } else if (!TYPES.contains(schema.field("type").text())) {
      path.invalid("must lead to a boolean, an integer or a string");
    }
  }
}
