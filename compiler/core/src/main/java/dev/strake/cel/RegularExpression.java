package dev.strake.cel;

import com.google.re2j.PatternSyntaxException;

/** Regular expressions as Go has them: RE2's, which take linear time on any input. */
public final class RegularExpression {

  private RegularExpression() {}

  /**
   * Whether a pattern is found anywhere in a text. What is no pattern is found everywhere: that it
   * is none is for whoever wrote it.
   */
  public static boolean isFoundIn(String text, String pattern) {
    try {
      return PatternCache.isFoundIn(text, pattern);
    } catch (PatternSyntaxException e) {
      return true;
    }
  }
}
