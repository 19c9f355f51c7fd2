package dev.strake.yaml;

import dev.strake.source.SourceFile;

/**
 * A string, number, boolean or null.
 *
 * @param text the content after quotes, escapes and folding, but as written: {@code 0777}, {@code
 *     yes}
 */
public record YamlScalar(
    SourceFile file, int start, int end, ScalarType type, ScalarStyle style, String text)
    implements YamlNode {

  public boolean isNull() {
    return type == ScalarType.NULL;
  }

  public boolean isString() {
    return type == ScalarType.STRING;
  }

  /**
   * The value as Kubernetes sees it, in JSON's words for everything but strings: {@code 511} for
   * {@code 0777}, {@code true} for {@code yes}, {@code null} for {@code ~}; a string is itself.
   */
  public String value() {
    return switch (type) {
      case STRING -> text;
      case NULL -> "null";
      case BOOLEAN -> Boolean.toString(booleanValue());
      case INTEGER -> Long.toString(longValue());
      case FLOAT -> GoNumbers.json(doubleValue());
    };
  }

  /**
   * @throws IllegalStateException if it is no boolean
   */
  public boolean booleanValue() {
    require(ScalarType.BOOLEAN);
    return PlainScalars.isTrue(text);
  }

  /**
   * The value of an integer, which always fits: Kubernetes sees larger ones as floats.
   *
   * @throws IllegalStateException if it is no integer
   */
  public long longValue() {
    require(ScalarType.INTEGER);
    return GoNumbers.longValue(text);
  }

  /**
   * The value of an integer or a float; always finite.
   *
   * @throws IllegalStateException if it is no number
   */
  public double doubleValue() {
    if (type != ScalarType.INTEGER) {
      require(ScalarType.FLOAT);
    }
    return GoNumbers.doubleValue(text);
  }

  private void require(ScalarType expected) {
    if (type != expected) {
      throw new IllegalStateException(text + " is " + type + ", not " + expected);
    }
  }

  @Override
  public String description() {
    return type.description();
  }
}
