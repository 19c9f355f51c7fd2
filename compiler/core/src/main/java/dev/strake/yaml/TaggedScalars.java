package dev.strake.yaml;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Scalars with their types: plain ones are resolved, quoted ones are strings, tags decide. */
final class TaggedScalars {

  static final Code TAG = Code.error("yaml/tag");
  static final Code NOT_FINITE = Code.error("yaml/not-finite");

  private static final String YAML_TAG = "tag:yaml.org,2002:";

  private final SourceFile file;

  TaggedScalars(SourceFile file) {
    this.file = file;
  }

  YamlScalar scalar(ScalarEvent event, int start, int end) {
    ScalarStyle style = style(event.getScalarStyle());
    int trimmedEnd = isBlock(style) ? withoutTrailingSpace(start, end) : end;
    String tag = event.getTag();
    String text = event.getValue();
    if (tag != null && tag.equals(YAML_TAG + "binary")) {
      return new YamlScalar(
          file, start, trimmedEnd, ScalarType.STRING, style, decode(text, start, trimmedEnd));
    }
    boolean plain = style == ScalarStyle.PLAIN && tag == null;
    ScalarType type = plain ? PlainScalars.typeOf(text) : tagged(tag, text, start, trimmedEnd);
    if (type == ScalarType.FLOAT && PlainScalars.isNotFinite(text)) {
      throw new Unreadable(
          Diagnostic.of(NOT_FINITE, file.range(start, trimmedEnd), "JSON has no number " + text)
              .withHelp("quote it if it is meant as text"));
    }
    return new YamlScalar(file, start, trimmedEnd, type, style, text);
  }

  private ScalarType tagged(@Nullable String tag, String text, int start, int end) {
    if (tag == null || !tag.startsWith(YAML_TAG)) {
      return ScalarType.STRING;
    }
    String name = tag.substring(YAML_TAG.length());
    ScalarType actual = PlainScalars.typeOf(text);
    boolean fits =
        switch (name) {
          case "int" -> actual == ScalarType.INTEGER;
          case "float" -> actual == ScalarType.FLOAT || actual == ScalarType.INTEGER;
          case "bool" -> actual == ScalarType.BOOLEAN;
          case "null" -> actual == ScalarType.NULL;
          default -> true;
        };
    if (!fits) {
      throw new Unreadable(
          Diagnostic.of(
              TAG, file.range(start, end), "the value is not what its tag !!" + name + " says"));
    }
    return switch (name) {
      case "int", "float", "bool", "null" -> actual;
      default -> ScalarType.STRING;
    };
  }

  private String decode(String base64, int start, int end) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(
          Diagnostic.of(TAG, file.range(start, end), "the value is not base64, as !!binary says"));
    }
  }

  private static ScalarStyle style(DumperOptions.ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarStyle.DOUBLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
      case PLAIN -> ScalarStyle.PLAIN;
    };
  }

  private static boolean isBlock(ScalarStyle style) {
    return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
  }

  /** The parser ends a block scalar at the next token. */
  private int withoutTrailingSpace(int start, int end) {
    String text = file.text();
    int at = end;
    while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
