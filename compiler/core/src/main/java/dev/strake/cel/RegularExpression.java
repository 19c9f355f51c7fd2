package dev.strake.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Regular expressions as Go has them: RE2's, which take linear time on any input. */
public final class RegularExpression {

  private RegularExpression() {}

  /** Names of groups as Go has read them since 1.22, beside its older way. */
  private static final java.util.regex.Pattern NAMED_GROUP =
      java.util.regex.Pattern.compile("\\(\\?<(?=[A-Za-z0-9_])");

  /** Why a text is no pattern; empty if it is one. */
  public static Optional<String> problem(String pattern) {
    try {
      Pattern.compile(NAMED_GROUP.matcher(pattern).replaceAll("(?P<"));
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }

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
