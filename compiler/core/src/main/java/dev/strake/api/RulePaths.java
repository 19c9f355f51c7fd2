package dev.strake.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The field that a rule blames.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apiserver/schema/cel/validation.go">ValidFieldPath
 *     in apiextensions-apiserver</a>
 */
final class RulePaths {

  private static final Pattern STEP =
      Pattern.compile(
          "\\.(?<name>[^.\\[\\]']+)|\\['(?<quoted>(?:[^'\\\\]|\\\\.)*)'\\]", Pattern.DOTALL);

  private RulePaths() {}

  static void check(Cursor path, Cursor schema) {
    if (path.isBlank() || !path.isText()) {
      return;
    }
    if (SchemaRules.isOnlyBlanks(path) || SchemaRules.hasBreaks(path.text())) {
      path.invalid("must be a path in one line");
    } else if (find(path.text(), schema) == null) {
      path.invalid("must lead to a field of the schema, such as .spec.name");
    }
  }

  /** The schema that a path leads to; null if it leads nowhere, or is none. */
  static @Nullable Cursor find(String path, Cursor schema) {
    Cursor at = schema;
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (step.find() && step.start() == end) {
      String name = step.group("name");
      String found = name == null ? step.group("quoted").replaceAll("\\\\(.)", "$1") : name;
      boolean named = at.field("properties").isSet();
      at = named ? at.field("properties", found) : at.field("additionalProperties");
      if (!at.isSet()) {
        return null;
      }
      end = step.end();
    }
    return end == path.length() ? at : null;
  }
}
