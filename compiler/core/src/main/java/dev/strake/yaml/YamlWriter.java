package dev.strake.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees as YAML that Kubernetes reads back as exactly the same values, laid out as kubectl
 * does: two spaces, lists not indented below their key.
 *
 * <p>A tree is made of maps with string keys (written in their own order), lists, strings,
 * booleans, integers, doubles and null. Half of a surrogate pair becomes U+FFFD, as in Go's JSON:
 * UTF-8 cannot say it.
 */
public final class YamlWriter {

  private static final int INDENT = 2;
  // Parsers look no further than 1024 characters for the colon behind a key.
  private static final int LONGEST_SIMPLE_KEY = 1000;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /**
   * One document, ended by a line break.
   *
   * @throws IllegalArgumentException if the tree holds anything else, also numbers that JSON lacks
   */
  public static String write(@Nullable Object tree) {
    YamlWriter writer = new YamlWriter();
    writer.document(tree);
    return writer.out.toString();
  }

  /** Several documents, with {@code ---} between them. */
  public static String writeAll(List<?> trees) {
    YamlWriter writer = new YamlWriter();
    for (int i = 0; i < trees.size(); i++) {
      if (i > 0) {
        writer.out.append("---\n");
      }
      writer.document(trees.get(i));
    }
    return writer.out.toString();
  }

  private void document(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
      mapping(map, 0);
    } else if (tree instanceof List<?> list && !list.isEmpty()) {
      sequence(list, 0);
    } else {
      leaf(tree, 0);
    }
  }

  /** The first line's indentation is already there: it may follow a dash. */
  private void mapping(Map<?, ?> map, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!first) {
        pad(indent);
      }
      first = false;
      if (!(entry.getKey() instanceof String name)) {
        throw new IllegalArgumentException("a key is a string, not " + entry.getKey());
      }
      key(name, indent);
      valueOfKey(entry.getValue(), indent);
    }
  }

  private void key(String name, int indent) {
    String written = ScalarText.line(name);
    if (written.length() > LONGEST_SIMPLE_KEY) {
      out.append("? ").append(written).append('\n');
      pad(indent);
      out.append(':');
    } else {
      out.append(written).append(':');
    }
  }

  private void valueOfKey(@Nullable Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      out.append('\n');
      pad(indent + INDENT);
      mapping(map, indent + INDENT);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      out.append('\n');
      pad(indent);
      sequence(list, indent);
    } else {
      out.append(' ');
      leaf(value, indent);
    }
  }

  private void sequence(List<?> list, int indent) {
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        pad(indent);
      }
      out.append("- ");
      item(list.get(i), indent);
    }
  }

  private void item(@Nullable Object item, int indent) {
    if (item instanceof Map<?, ?> map && !map.isEmpty()) {
      mapping(map, indent + INDENT);
    } else if (item instanceof List<?> list && !list.isEmpty()) {
      sequence(list, indent + INDENT);
    } else {
      leaf(item, indent);
    }
  }

  private void leaf(@Nullable Object value, int indent) {
    if (value instanceof String text && ScalarText.fitsLiteralBlock(text)) {
      literalBlock(text, indent + INDENT);
    } else {
      out.append(inline(value)).append('\n');
    }
  }

  private static String inline(@Nullable Object value) {
    if (value instanceof String text) {
      return ScalarText.line(text);
    }
    if (value instanceof Map<?, ?>) {
      return "{}";
    }
    if (value instanceof List<?>) {
      return "[]";
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return number(number);
    }
    boolean asItIs =
        value == null
            || value instanceof Boolean
            || value instanceof Long
            || value instanceof Integer
            || value instanceof Short
            || value instanceof Byte;
    if (value != null && !asItIs) {
      throw new IllegalArgumentException(
          "not a value of YAML's: " + value.getClass() + " " + value);
    }
    return String.valueOf(value);
  }

  /**
   * A whole number is an integer to Kubernetes, and its shortest digits may be another integer's.
   */
  private static String number(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 0x1p63;
    return whole ? Long.toString((long) number) : GoNumbers.json(number);
  }

  private void literalBlock(String text, int indent) {
    boolean ended = text.endsWith("\n");
    out.append(ended ? "|" : "|-").append('\n');
    String body = ended ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      if (!line.isEmpty()) {
        pad(indent);
        out.append(line);
      }
      out.append('\n');
    }
  }

  private void pad(int indent) {
    out.append(" ".repeat(indent));
  }
}
