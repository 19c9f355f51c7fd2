package dev.strake.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Gives the parser a text that is in memory already. The parser's own reader copies its window for
 * every kilobyte that it looks ahead, which takes minutes for a scalar of some megabytes.
 */
final class TextReader extends StreamReader {

  private static final int[] NO_SNIPPET = new int[0];
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  // Only for texts with characters beyond the 16 bits of a char.
  private final int @Nullable [] codePoints;
  private final int length;
  private int position;
  private int line;
  private int column;
  private int documentStart;

  TextReader(String text) {
    super("");
    this.text = text;
    this.codePoints = hasSurrogates(text) ? text.codePoints().toArray() : null;
    this.length = codePoints == null ? text.length() : codePoints.length;
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * To be called before the text is parsed.
   *
   * @throws ReaderException at the first character that YAML forbids
   */
  void refuseUnprintable() {
    for (int i = 0; i < length; i++) {
      if (!isPrintable(at(i))) {
        throw new ReaderException("", i, at(i), "special characters are not allowed");
      }
    }
  }

  private int at(int index) {
    return codePoints == null ? text.charAt(index) : codePoints[index];
  }

  @Override
  public Mark getMark() {
    return new Mark("", position, line, column, NO_SNIPPET, 0);
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int count) {
    for (int i = 0; i < count && position < length; i++) {
      int c = at(position++);
      if (isLineBreak(c)) {
        line++;
        column = 0;
      } else if (c != BYTE_ORDER_MARK) {
        column++;
      }
    }
  }

  /** YAML 1.1's line breaks; of CR LF, the LF. */
  private boolean isLineBreak(int c) {
    return switch (c) {
      case '\n', '\u0085', '\u2028', '\u2029' -> true;
      case '\r' -> position == length || at(position) != '\n';
      default -> false;
    };
  }

  @Override
  public int peek() {
    return peek(0);
  }

  @Override
  public int peek(int ahead) {
    int index = position + ahead;
    return index < length ? at(index) : 0;
  }

  @Override
  public String prefix(int count) {
    int end = Math.min(length, position + count);
    return codePoints == null
        ? text.substring(position, end)
        : new String(codePoints, position, end - position);
  }

  @Override
  public String prefixForward(int count) {
    String prefix = prefix(count);
    position += count;
    column += count;
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getDocumentIndex() {
    return position - documentStart;
  }

  @Override
  public void resetDocumentIndex() {
    documentStart = position;
  }

  @Override
  public int getIndex() {
    return position;
  }

  @Override
  public int getLine() {
    return line;
  }
}
