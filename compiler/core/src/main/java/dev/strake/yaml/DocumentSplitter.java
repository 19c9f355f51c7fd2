package dev.strake.yaml;

import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file at its {@code ---} lines, without knowing YAML, as apimachinery's YAMLReader does.
 */
final class DocumentSplitter {

  private static final String SEPARATOR = "---";

  private DocumentSplitter() {}

  /**
   * A document's text.
   *
   * @param badSeparator what stands behind the {@code ---} above or below and may not; such a
   *     document is not read
   */
  record Chunk(SourceRange range, @Nullable SourceRange badSeparator) {}

  static List<Chunk> split(SourceFile file) {
    String text = file.text();
    List<Chunk> chunks = new ArrayList<>();
    SourceRange bad = null;
    int start = 0;
    int at = text.startsWith(SEPARATOR) ? 0 : nextSeparator(text, 0);
    while (at >= 0) {
      addUnlessBlank(chunks, file.range(start, at), bad);
      int lineEnd = endOfLine(text, at);
      bad = contentBehind(file, at + SEPARATOR.length(), lineEnd);
      start = behindByteOrderMark(text, lineEnd);
      at = nextSeparator(text, lineEnd);
    }
    addUnlessBlank(chunks, file.range(start, text.length()), bad);
    return chunks;
  }

  private static void addUnlessBlank(
      List<Chunk> chunks, SourceRange range, @Nullable SourceRange bad) {
    if (bad != null || !range.file().text().substring(range.start(), range.end()).isBlank()) {
      chunks.add(new Chunk(range, bad));
    }
  }

  /** The first separator behind a line break at or after an offset; -1 if there is none. */
  private static int nextSeparator(String text, int from) {
    int found = text.indexOf("\n" + SEPARATOR, Math.max(0, from - 1));
    return found < 0 ? -1 : found + 1;
  }

  /** Files with a byte order mark may have been put together. */
  private static int behindByteOrderMark(String text, int lineEnd) {
    return text.startsWith("\n\uFEFF", lineEnd) ? lineEnd + 2 : lineEnd;
  }

  private static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static @Nullable SourceRange contentBehind(SourceFile file, int from, int lineEnd) {
    String text = file.text();
    int start = from;
    while (start < lineEnd && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int comment = text.substring(start, lineEnd).indexOf(" #");
    int end = comment < 0 ? lineEnd : start + comment;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    // The first separator is go-yaml's business, and it wants a space before a comment.
    boolean glued = start == from && from == SEPARATOR.length();
    boolean allowed = start == end || (text.charAt(start) == '#' && !glued);
    return allowed ? null : file.range(start, end);
  }
}
