package dev.strake.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A text with a name, and the table that turns its offsets into lines and columns.
 *
 * <p>Identity matters: two files are the same only if they are the same instance.
 */
public final class SourceFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String path;
  private final String text;
  private final int malformedAt;
  // Made on first use: most files have no findings. A race makes it twice, with the same content.
  private volatile int @Nullable [] lineStarts;
  private volatile int @Nullable [] wideCharacters;

  private SourceFile(String path, String text, int malformedAt) {
    this.path = path;
    this.text = text;
    this.malformedAt = malformedAt;
  }

  /**
   * @param path how findings name the file: with {@code /}, relative to the repository's root
   */
  public static SourceFile of(String path, String text) {
    return new SourceFile(path, withoutByteOrderMark(text), -1);
  }

  /**
   * Decodes UTF-8. Bytes that are not UTF-8 never fail: the text up to them is kept, and {@link
   * #malformedAt()} names the place.
   */
  public static SourceFile decode(String path, byte[] utf8) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(utf8.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(utf8), chars, true);
    String decoded = chars.flip().toString();
    String text = withoutByteOrderMark(decoded);
    return new SourceFile(path, text, result.isError() ? text.length() : -1);
  }

  private static String withoutByteOrderMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  public String path() {
    return path;
  }

  /** The whole text, without a leading byte order mark. */
  public String text() {
    return text;
  }

  /** The offset of the first bytes that were not UTF-8; the text ends there. */
  public OptionalInt malformedAt() {
    return malformedAt < 0 ? OptionalInt.empty() : OptionalInt.of(malformedAt);
  }

  public SourceRange range(int start, int end) {
    return new SourceRange(this, start, end);
  }

  /** The empty range at the beginning: for a finding about the file as a whole. */
  public SourceRange beginning() {
    return new SourceRange(this, 0, 0);
  }

  public Position position(int offset) {
    int line = lineIndex(offset);
    int start = lineStarts()[line];
    int column = offset - start - (wideBefore(offset) - wideBefore(start)) + 1;
    return new Position(line + 1, column);
  }

  /** At least 1: an empty text has one empty line. */
  public int lineCount() {
    return lineStarts().length;
  }

  /**
   * The range of a line's text, without its line break.
   *
   * @param line 1-based
   */
  public SourceRange line(int line) {
    int[] starts = lineStarts();
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] : text.length();
    while (end > start && isLineBreak(text.charAt(end - 1))) {
      end--;
    }
    return new SourceRange(this, start, end);
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = findLineStarts(text);
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean breaks =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (breaks) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** How many code points of two chars end at or before an offset. Lines may be 10 MB long. */
  private int wideBefore(int offset) {
    int[] wide = wideCharacters;
    if (wide == null) {
      wide = findWide(text);
      wideCharacters = wide;
    }
    int found = Arrays.binarySearch(wide, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The offsets behind each code point of two chars. */
  private static int[] findWide(String text) {
    int[] ends = new int[0];
    int count = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        if (count == ends.length) {
          ends = Arrays.copyOf(ends, Math.max(8, count * 2));
        }
        ends[count++] = i + 1;
      }
    }
    return Arrays.copyOf(ends, count);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  @Override
  public String toString() {
    return path;
  }
}
