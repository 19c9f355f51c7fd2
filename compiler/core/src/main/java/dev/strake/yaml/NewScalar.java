package dev.strake.yaml;

/**
 * A value that is to be written.
 *
 * @param text of a string, whatever it is; of anything else, as JSON writes it
 */
public record NewScalar(ScalarType type, String text) {

  public static NewScalar ofString(String text) {
    return new NewScalar(ScalarType.STRING, text);
  }

  /** The same value as one that was read. */
  public static NewScalar of(YamlScalar scalar) {
    return new NewScalar(scalar.type(), scalar.value());
  }

  /** As YAML, plain if that says it. */
  String plain() {
    return type == ScalarType.STRING ? ScalarText.line(text) : text;
  }

  /** Inside braces, where some characters mean more. */
  String inFlow() {
    boolean marked = text.chars().anyMatch(c -> ",[]{}".indexOf(c) >= 0);
    return type == ScalarType.STRING && marked ? ScalarText.quoted(text) : plain();
  }

  /** In the quotes of what stands there now. */
  String inPlaceOf(YamlScalar old) {
    if (type == ScalarType.STRING && old.style() == ScalarStyle.DOUBLE_QUOTED) {
      return ScalarText.quoted(text);
    }
    boolean single = old.style() == ScalarStyle.SINGLE_QUOTED && ScalarText.isOfOneLine(text);
    return type == ScalarType.STRING && single ? "'" + text.replace("'", "''") + "'" : inFlow();
  }
}
