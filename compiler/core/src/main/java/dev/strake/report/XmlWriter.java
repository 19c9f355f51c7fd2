package dev.strake.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0 in the order in which it is told, an element a line. Whatever the texts are, it is
 * well-formed: a character that XML does not have becomes a replacement character.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">Characters</a>
 */
final class XmlWriter {

  private static final int REPLACEMENT = 0xFFFD;

  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  XmlWriter begin(String name) {
    endTag("\n");
    out.append("  ".repeat(open.size())).append('<').append(name);
    open.push(name);
    inTag = true;
    return this;
  }

  /** Of the element that was just begun. */
  XmlWriter attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
    return this;
  }

  XmlWriter attribute(String name, int value) {
    return attribute(name, Integer.toString(value));
  }

  /** All that is in the innermost element, which it ends. */
  XmlWriter textAndEnd(String text) {
    endTag("");
    escape(text);
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  XmlWriter end() {
    String name = open.pop();
    if (inTag) {
      out.append("/>\n");
      inTag = false;
    } else {
      out.append("  ".repeat(open.size())).append("</").append(name).append(">\n");
    }
    return this;
  }

  private void endTag(String behind) {
    if (inTag) {
      out.append('>').append(behind);
      inTag = false;
    }
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      // Nowhere else than behind two brackets would it have to be.
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      // In an attribute a reader would make a space of it, and of a carriage return anywhere.
      case '\t', '\r' -> out.append("&#").append(c).append(';');
      case '\n' -> out.append(inTag ? "&#10;" : "\n");
      default -> out.appendCodePoint(isCharacter(c) ? c : REPLACEMENT);
    }
  }

  private static boolean isCharacter(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
