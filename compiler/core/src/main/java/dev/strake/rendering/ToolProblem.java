package dev.strake.rendering;

import java.util.stream.Collectors;

/** A tool's complaint as a part of a message. */
public final class ToolProblem {

  private static final int LONGEST = 600;

  private ToolProblem() {}

  /** On one line, not longer than a reader can bear, and without what does not print. */
  public static String plain(String problem) {
    String line =
        problem
            .lines()
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    StringBuilder out = new StringBuilder();
    line.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(out::appendCodePoint);
    return line.codePointCount(0, line.length()) > LONGEST
        ? out.append('…').toString()
        : out.toString();
  }
}
