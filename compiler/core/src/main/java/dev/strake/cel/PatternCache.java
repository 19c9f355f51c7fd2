package dev.strake.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Regular expressions that were compiled before: policies ask the same few of every object. Holds a
 * bounded number of small ones; all others are compiled each time.
 */
final class PatternCache {

  /** What a regular expression of an expression may become at most. */
  static final int LARGEST_PROGRAM = 10_000;

  private static final int MOST = 512;
  private static final int LONGEST = 256;
  private static final int LARGEST_KEPT = 2_000;
  private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();

  private PatternCache() {}

  /**
   * @throws PatternSyntaxException if it is no regular expression
   * @throws IllegalArgumentException if it is too large a one
   */
  static Pattern compile(String regex) {
    Pattern known = KNOWN.get(regex);
    if (known != null) {
      return known;
    }
    Pattern made = Pattern.compile(regex);
    int size = made.programSize();
    if (size > LARGEST_PROGRAM) {
      throw new IllegalArgumentException(
          "Regex pattern exceeds allowed program size. Allowed: %s, Provided: %s"
              .formatted(LARGEST_PROGRAM, size));
    }
    if (regex.length() <= LONGEST && size <= LARGEST_KEPT && KNOWN.size() < MOST) {
      KNOWN.put(regex, made);
    }
    return made;
  }

  /** Whether it is found anywhere in a text, as {@code matches} has it. */
  static boolean isFoundIn(String text, String regex) {
    return compile(regex).matcher(text).find();
  }
}
