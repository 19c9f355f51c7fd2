package dev.strake.yaml;

import dev.strake.source.SourceRange;

/**
 * Leads from a place in a scalar's text back to the file. Quotes, indentation and folding change
 * only white space and a few escapes, so that counting the other characters finds the way.
 */
public final class ScalarPlaces {

  private ScalarPlaces() {}

  /**
   * Where a part of a scalar's text was written.
   *
   * @param start UTF-16 offset in the text
   * @param end exclusive; start for a point
   */
  public static SourceRange find(YamlScalar scalar, int start, int end) {
    int from = offset(scalar, start);
    int to = end > start ? offset(scalar, end - 1) + 1 : from;
    return scalar.file().range(from, Math.max(from, Math.min(to, scalar.end())));
  }

  private static int offset(YamlScalar scalar, int wanted) {
    String written = scalar.file().text();
    String text = scalar.text();
    int at = contentStart(scalar, written);
    for (int i = 0; i < wanted && i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        at = next(scalar, written, skipBlanks(written, at, scalar.end()));
      }
    }
    boolean atVisible = wanted < text.length() && !Character.isWhitespace(text.charAt(wanted));
    return Math.min(atVisible ? skipBlanks(written, at, scalar.end()) : at, scalar.end());
  }

  private static int contentStart(YamlScalar scalar, String written) {
    return switch (scalar.style()) {
      case PLAIN -> scalar.start();
      case SINGLE_QUOTED, DOUBLE_QUOTED -> scalar.start() + 1;
      case LITERAL, FOLDED -> {
        int lineEnd = written.indexOf('\n', scalar.start());
        yield lineEnd < 0 ? scalar.end() : lineEnd;
      }
    };
  }

  private static int skipBlanks(String written, int from, int end) {
    int at = from;
    while (at < end && Character.isWhitespace(written.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Behind the character at an offset, or behind its escape. */
  private static int next(YamlScalar scalar, String written, int at) {
    boolean escaped =
        (scalar.style() == ScalarStyle.DOUBLE_QUOTED && written.startsWith("\\", at))
            || (scalar.style() == ScalarStyle.SINGLE_QUOTED && written.startsWith("''", at));
    return at + (escaped ? 2 : 1);
  }
}
