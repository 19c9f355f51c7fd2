package dev.strake.yaml;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Scalars with their types: plain ones are resolved, quoted ones are strings, tags decide. */
final class TaggedScalars {

  static final Code TAG = Code.error("yaml/tag");
  static final Code NOT_FINITE = Code.error("yaml/not-finite");

  private static final String YAML_TAG = "tag:yaml.org,2002:";

  static final String MERGE = YAML_TAG + "merge";

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}"
              + "([Tt ]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)?)?");

  // Also steps over other escapes, so that an escaped backslash is none.
  private static final Pattern HALF_CHARACTER =
      Pattern.compile("(?<half>\\\\(u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2})|\\\\.");

  private final SourceFile file;
  private final SharedTexts texts;

  TaggedScalars(SourceFile file, SharedTexts texts) {
    this.file = file;
    this.texts = texts;
  }

  YamlScalar scalar(ScalarEvent event, int start, int end) {
    ScalarStyle style = style(event.getScalarStyle());
    int trimmedEnd = isBlock(style) ? withoutTrailingSpace(start, end) : end;
    if (isBlock(style)) {
      refuseTabIndent(start, end);
    } else if (style == ScalarStyle.DOUBLE_QUOTED) {
      refuseSurrogates(start, end);
    }
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
    return new YamlScalar(file, start, trimmedEnd, type, style, texts.share(text));
  }

  private ScalarType tagged(@Nullable String tag, String text, int start, int end) {
    if (tag == null || !tag.startsWith(YAML_TAG)) {
      return ScalarType.STRING;
    }
    String name = tag.substring(YAML_TAG.length());
    ScalarType actual = PlainScalars.typeOf(text);
    boolean fits =
        switch (name) {
          case "int" -> isNumber(actual) && !GoNumbers.isFloat64(text);
          case "timestamp" -> TIMESTAMP.matcher(text).matches();
          case "float" -> isNumber(actual);
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

  private static boolean isNumber(ScalarType type) {
    return type == ScalarType.INTEGER || type == ScalarType.FLOAT;
  }

  /** Go's decoder skips line breaks, and nothing else; the padding must be there. */
  private String decode(String base64, int start, int end) {
    String digits = base64.replace("\n", "").replace("\r", "");
    try {
      if (digits.length() % 4 == 0) {
        return new String(Base64.getDecoder().decode(digits), StandardCharsets.UTF_8);
      }
    } catch (IllegalArgumentException e) {
      // Reported below.
    }
    throw new Unreadable(
        Diagnostic.of(TAG, file.range(start, end), "the value is not base64, as !!binary says"));
  }

  /** Kubernetes names these keys, although JSON has no such numbers. */
  YamlScalar notFiniteKey(ScalarEvent event, int start, int end) {
    String text = event.getValue().toLowerCase(Locale.ROOT);
    String name = text.startsWith("+") ? text.substring(1) : text;
    return new YamlScalar(file, start, end, ScalarType.STRING, ScalarStyle.PLAIN, name);
  }

  /** Escapes of surrogates, which YAML does not join to characters. */
  private void refuseSurrogates(int start, int end) {
    Matcher half = HALF_CHARACTER.matcher(file.text()).region(start, end);
    while (half.find()) {
      if (half.group("half") != null) {
        throw new Unreadable(
            Diagnostic.of(
                    SyntaxErrors.SYNTAX,
                    file.range(half.start(), half.end()),
                    "half a character cannot be escaped")
                .withHelp("write the character itself, or \\U with eight digits"));
      }
    }
  }

  /** In the lines that tell a block scalar's indentation, go-yaml wants spaces. */
  private void refuseTabIndent(int start, int end) {
    String text = file.text();
    int header = text.indexOf('\n', start);
    boolean told =
        header > 0 && text.substring(start, header).split(" ", 2)[0].matches(".*[1-9].*");
    if (header < 0 || told) {
      return;
    }
    int at = header;
    while (at < end
        && (text.charAt(at) == ' ' || text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
      at++;
    }
    if (at < end && text.charAt(at) == '\t') {
      throw new Unreadable(
          Diagnostic.of(
                  SyntaxErrors.SYNTAX, file.range(at, at + 1), "a tab cannot indent a text in YAML")
              .withHelp("use spaces, or tell the indentation, as in |2"));
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
