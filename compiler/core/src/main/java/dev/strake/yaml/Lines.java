package dev.strake.yaml;

import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;

/** The lines of a file around the nodes in it. */
final class Lines {

  private final SourceFile file;
  private final String text;

  Lines(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /** The line break of the file: of its first line. */
  String lineBreak() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  int startOfLine(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Behind the line break; the text's end if there is none. */
  int startOfNextLine(int offset) {
    int found = text.indexOf('\n', offset);
    return found < 0 ? text.length() : found + 1;
  }

  /** Whether only space stands before it on its line. */
  boolean beginsLine(int offset) {
    return text.substring(startOfLine(offset), offset).isBlank();
  }

  /** Whether only space and a comment stand behind it on its line. */
  boolean endsLine(int offset) {
    String tail = text.substring(offset, startOfNextLine(offset)).strip();
    return tail.isEmpty() || tail.startsWith("#");
  }

  /** From the line of one offset to that of another, with the line break that belongs to them. */
  SourceRange whole(int from, int to) {
    int start = startOfLine(from);
    int end = startOfNextLine(to);
    boolean last = end == text.length() && !text.endsWith("\n");
    return file.range(last ? endOfLineBefore(start) : start, end);
  }

  private int endOfLineBefore(int start) {
    int end = start > 0 ? start - 1 : start;
    return end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The offset behind the last character before an offset that is no space; 0 if there is none. */
  int endOfTextBefore(int offset) {
    int at = offset;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** How far the first character of a block stands from the left, in spaces. */
  String indentation(YamlNode node) {
    return " ".repeat(node.start() - startOfLine(node.start()));
  }
}
