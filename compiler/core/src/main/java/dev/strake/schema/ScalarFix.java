package dev.strake.schema;

import dev.strake.diagnostic.Fix;
import dev.strake.source.SourceRange;
import dev.strake.yaml.ScalarStyle;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two slips of YAML that have one sure remedy: quotes that are missing, or one pair too many.
 */
final class ScalarFix {

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

  private ScalarFix() {}

  static Optional<Fix> of(YamlNode value, SchemaType expected) {
    if (!(value instanceof YamlScalar scalar)) {
      return Optional.empty();
    }
    if (expected == SimpleType.STRING && scalar.style() == ScalarStyle.PLAIN) {
      return quote(scalar);
    }
    return unquote(scalar, expected);
  }

  /**
   * What to write where YAML has read a plain word or number as something else than the text that
   * it looks like. Empty if the value is no such one.
   */
  static Optional<String> help(YamlNode value, SchemaType expected) {
    boolean taken =
        expected == SimpleType.STRING
            && value instanceof YamlScalar scalar
            && scalar.style() == ScalarStyle.PLAIN
            && !scalar.isNull();
    return taken ? Optional.of(quotes((YamlScalar) value)) : Optional.empty();
  }

  private static String quotes(YamlScalar scalar) {
    String inQuotes = "write it in quotes: \"" + scalar.text() + '"';
    return scalar.text().equals(scalar.value())
        ? inQuotes
        : "YAML reads %s as %s; %s".formatted(scalar.text(), scalar.value(), inQuotes);
  }

  private static Optional<Fix> quote(YamlScalar scalar) {
    SourceRange range = scalar.range();
    return range.text().equals(scalar.text()) && !scalar.isNull()
        ? Optional.of(Fix.replace("put it in quotes", range, "\"" + scalar.text() + "\""))
        : Optional.empty();
  }

  private static Optional<Fix> unquote(YamlScalar scalar, SchemaType expected) {
    boolean quoted =
        scalar.style() == ScalarStyle.SINGLE_QUOTED || scalar.style() == ScalarStyle.DOUBLE_QUOTED;
    boolean integer = expected == SimpleType.INT32 || expected == SimpleType.INT64;
    boolean fits =
        (integer && NUMBER.matcher(scalar.text()).matches())
            || (expected == SimpleType.BOOLEAN && isBoolean(scalar.text()));
    return quoted && fits
        ? Optional.of(Fix.replace("take the quotes away", scalar.range(), scalar.text()))
        : Optional.empty();
  }

  private static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }
}
