package dev.strake.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the order in which it is told, without spaces. Nothing that a terminal would obey
 * gets through unescaped.
 */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();
  private boolean first = true;

  public JsonWriter beginObject() {
    return open('{');
  }

  public JsonWriter endObject() {
    return close('}');
  }

  public JsonWriter beginArray() {
    return open('[');
  }

  public JsonWriter endArray() {
    return close(']');
  }

  /** A line break, for the eyes of those who compare reports. */
  public JsonWriter newLine() {
    separate();
    out.append('\n');
    first = true;
    return this;
  }

  /** Ends an array whose items stand on lines of their own. */
  public JsonWriter endLines() {
    out.append('\n');
    return endArray();
  }

  public JsonWriter name(String name) {
    separate();
    string(name);
    out.append(':');
    first = true;
    return this;
  }

  public JsonWriter value(@Nullable String text) {
    separate();
    if (text == null) {
      out.append("null");
    } else {
      string(text);
    }
    return this;
  }

  public JsonWriter value(int number) {
    separate();
    out.append(number);
    return this;
  }

  /** A number, a truth value or null, in JSON's own words. */
  public JsonWriter literal(String json) {
    separate();
    out.append(json);
    return this;
  }

  public JsonWriter field(String name, @Nullable String text) {
    return name(name).value(text);
  }

  public JsonWriter field(String name, int number) {
    return name(name).value(number);
  }

  private JsonWriter open(char bracket) {
    separate();
    out.append(bracket);
    first = true;
    return this;
  }

  private JsonWriter close(char bracket) {
    out.append(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> character(c);
      }
    }
    out.append('"');
  }

  private void character(int c) {
    boolean plain =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.SURROGATE,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
    if (plain) {
      out.appendCodePoint(c);
      return;
    }
    for (char half : Character.toChars(c)) {
      out.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
    }
  }

  /** What was written so far. */
  @Override
  public String toString() {
    return out.toString();
  }
}
