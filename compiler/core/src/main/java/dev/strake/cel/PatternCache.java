package dev.strake.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Regular expressions that were compiled before: policies ask the same few of every object. Holds
 * the first that fit into its room; all others are compiled each time.
 */
final class PatternCache {

  /** What a regular expression of an expression may become at most. */
  static final int LARGEST_PROGRAM = 10_000;

  private static final int LONGEST = 1_024;

  /** Instructions of all programs that are kept, each with what a match by it works on. */
  private static final int ROOM = 100_000;

  private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();
  private static final AtomicInteger TAKEN = new AtomicInteger();

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
    if (regex.length() <= LONGEST && TAKEN.get() + size <= ROOM) {
      TAKEN.addAndGet(size);
      KNOWN.put(regex, made);
    }
    return made;
  }

  /** Whether it is found anywhere in a text, as {@code matches} has it. */
  static boolean isFoundIn(String text, String regex) {
    return compile(regex).matcher(text).find();
  }
}
