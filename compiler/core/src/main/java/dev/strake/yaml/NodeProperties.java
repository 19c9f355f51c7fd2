package dev.strake.yaml;

import dev.strake.source.SourceRange;

/** Tags and anchors, which stand before a node and are no part of what findings underline. */
final class NodeProperties {

  private NodeProperties() {}

  /** Where a node itself begins, if its place may begin with tags, anchors and comments. */
  static int end(SourceRange place) {
    String text = place.file().text();
    int at = place.start();
    while (at < place.end() && isProperty(text.charAt(at))) {
      at = skipBlank(text, skipWord(text, at, place.end()), place.end());
    }
    return at;
  }

  private static boolean isProperty(char c) {
    return c == '!' || c == '&';
  }

  private static int skipWord(String text, int from, int end) {
    int at = from;
    while (at < end && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skipBlank(String text, int from, int end) {
    int at = from;
    while (at < end && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
      at = text.charAt(at) == '#' ? endOfLine(text, at, end) : at + 1;
    }
    return at;
  }

  private static int endOfLine(String text, int from, int end) {
    int found = text.indexOf('\n', from);
    return found < 0 ? end : Math.min(found, end);
  }
}
