package dev.strake.yaml;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceRange;

/** What YAML allows before and behind a document, and Kubernetes refuses or drops. */
final class DocumentEdges {

  static final Code UNREAD_DOCUMENT = Code.error("yaml/unread-document");

  private DocumentEdges() {}

  /** Directives end at {@code ---}, where Kubernetes has already cut the file. */
  static void refuseDirectives(SourceRange document) {
    SourceRange line = firstLine(document, document.start());
    if (line.text().startsWith("%")) {
      throw new Unreadable(
          Diagnostic.of(SyntaxErrors.SYNTAX, line, "Kubernetes takes no directives")
              .withHelp("leave the line out"));
    }
  }

  /**
   * @param end the {@code ...} that ends the document
   */
  static void refuseContentBehind(SourceRange end, SourceRange document) {
    if (firstLine(document, end.end()).text().isEmpty()) {
      return;
    }
    throw new Unreadable(
        Diagnostic.of(
                UNREAD_DOCUMENT,
                end,
                "Kubernetes drops everything behind this end of document without a word")
            .withHelp("begin the next document with a line --- instead"));
  }

  /** The first line from an offset on that says something, trimmed; empty if there is none. */
  private static SourceRange firstLine(SourceRange document, int from) {
    String text = document.file().text();
    int at = from;
    while (at < document.end()) {
      int newline = text.indexOf('\n', at);
      int lineEnd = newline < 0 || newline > document.end() ? document.end() : newline;
      SourceRange line = trimmed(document, at, lineEnd);
      if (!line.text().isEmpty() && !line.text().startsWith("#")) {
        return line;
      }
      at = lineEnd + 1;
    }
    return document.file().range(document.end(), document.end());
  }

  private static SourceRange trimmed(SourceRange document, int from, int to) {
    String text = document.file().text();
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return document.file().range(start, end);
  }
}
