package dev.strake.yaml;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that begins with a brace. kubectl reads it as strict JSON, one value after the other, and
 * takes nothing in it that only YAML allows.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go">YAMLOrJSONDecoder
 *     in apimachinery</a>
 */
final class JsonStream {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Pattern WORD = Pattern.compile("true|false|null");

  private final SourceFile file;
  private final String text;
  private final YamlLimits limits;
  private final SharedTexts texts = new SharedTexts();
  private final KeyNames names = new KeyNames(texts);
  private final DiagnosticSink sink;
  private int at;

  JsonStream(SourceFile file, YamlLimits limits, DiagnosticSink sink) {
    this.file = file;
    this.text = file.text();
    this.limits = limits;
    this.sink = sink;
  }

  static boolean isJson(SourceFile file) {
    String text = file.text();
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.startsWith("{", at);
  }

  /** What stands behind a mistake cannot be told apart, and is withheld with it. */
  YamlFile read() {
    List<YamlDocument> documents = new ArrayList<>();
    List<SourceRange> withheld = new ArrayList<>();
    skipBlank();
    for (int index = 0; at < text.length(); index++) {
      int start = at;
      try {
        YamlNode root = value(0);
        if (!(root instanceof YamlScalar scalar) || !scalar.isNull()) {
          documents.add(new YamlDocument(file, index, root));
        }
        skipBlank();
      } catch (Unreadable e) {
        sink.report(e.diagnostic());
        withheld.add(file.range(start, text.length()));
        at = text.length();
      }
    }
    return new YamlFile(file, documents, withheld);
  }

  private YamlNode value(int depth) {
    if (depth > limits.depth()) {
      throw NodeComposer.tooDeep(here(), limits);
    }
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> word();
    };
  }

  private YamlMapping object(int depth) {
    int start = at++;
    MappingBuilder entries = new MappingBuilder();
    skipBlank();
    while (peek() != '}') {
      if (peek() != '"') {
        throw unexpected("a key in double quotes");
      }
      YamlScalar key = string();
      expect(':');
      NodeComposer.put(new YamlEntry(key, names.of(key), value(depth + 1)), entries, sink);
      separator('}');
    }
    at++;
    return new YamlMapping(file, start, at, entries.entries());
  }

  private YamlSequence array(int depth) {
    int start = at++;
    List<YamlNode> items = new ArrayList<>();
    skipBlank();
    while (peek() != ']') {
      items.add(value(depth + 1));
      separator(']');
    }
    at++;
    return new YamlSequence(file, start, at, items);
  }

  /** A comma with something behind it, or the closing bracket, which is left to the caller. */
  private void separator(char close) {
    skipBlank();
    if (peek() == close) {
      return;
    }
    expect(',');
    if (peek() == close) {
      throw unexpected("another value, since JSON has no trailing commas");
    }
  }

  private void expect(char wanted) {
    skipBlank();
    if (peek() != wanted) {
      throw unexpected(Character.toString(wanted));
    }
    at++;
    skipBlank();
  }

  private YamlScalar word() {
    for (Pattern pattern : List.of(NUMBER, WORD)) {
      Matcher found = pattern.matcher(text).region(at, text.length());
      if (found.lookingAt() && !continues(found.end())) {
        return plain(found.end());
      }
    }
    throw unexpected("a JSON value");
  }

  private boolean continues(int end) {
    return end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.');
  }

  private YamlScalar plain(int end) {
    String word = text.substring(at, end);
    ScalarType type = PlainScalars.typeOf(word);
    if (type == ScalarType.STRING) {
      throw syntax(file.range(at, end), "the number is too large");
    }
    YamlScalar scalar = new YamlScalar(file, at, end, type, ScalarStyle.PLAIN, word);
    at = end;
    return scalar;
  }

  private YamlScalar string() {
    int start = at++;
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at);
      if (c < ' ') {
        throw unexpected("an escape, since JSON has no control characters in texts");
      }
      at++;
      out.append(c == '\\' ? escape() : c);
    }
    at++;
    String value = withoutHalves(out.toString());
    return new YamlScalar(file, start, at, ScalarType.STRING, ScalarStyle.DOUBLE_QUOTED, value);
  }

  private char escape() {
    char c = peek();
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      at++;
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    if (c != 'u') {
      throw unexpected("one of the escapes that JSON has");
    }
    at++;
    int end = Math.min(at + 4, text.length());
    String digits = text.substring(at, end);
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw unexpected("four hexadecimal digits");
    }
    at = end;
    return (char) Integer.parseInt(digits, 16);
  }

  /** Go puts U+FFFD where half a character is escaped. */
  private static String withoutHalves(String value) {
    boolean whole = value.codePoints().noneMatch(JsonStream::isHalf);
    return whole
        ? value
        : value
            .codePoints()
            .map(c -> isHalf(c) ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** The next character, which must be there. */
  private char peek() {
    if (at >= text.length()) {
      throw syntax(here(), "the file ends inside a JSON value");
    }
    return text.charAt(at);
  }

  private void skipBlank() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Unreadable unexpected(String wanted) {
    return syntax(here(), "expected " + wanted);
  }

  private static Unreadable syntax(SourceRange place, String message) {
    return new Unreadable(
        Diagnostic.of(SyntaxErrors.SYNTAX, place, message)
            .withHelp("Kubernetes reads a file that begins with { as strict JSON"));
  }

  private SourceRange here() {
    return SyntaxErrors.character(file.range(0, text.length()), at);
  }
}
