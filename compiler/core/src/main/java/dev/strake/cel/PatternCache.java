package dev.strake.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions that were compiled before, and what they said of short texts: policies ask
 * the same few of every object, and names, images and values come again and again. Holds the first
 * that fit into its room; all others are compiled each time.
 */
final class PatternCache {

  /** What a regular expression of an expression may become at most. */
  static final int LARGEST_PROGRAM = 10_000;

  private static final int LONGEST = 1_024;
  private static final int LONGEST_TEXT = 128;

  /** Kept for each pattern; a power of two. */
  private static final int ANSWERS = 256;

  /** For the instructions of all programs that are kept, and the answers. */
  private static final int ROOM = 200_000;

  private static final Map<String, Known> KNOWN = new ConcurrentHashMap<>();
  private static final AtomicInteger TAKEN = new AtomicInteger();

  private PatternCache() {}

  /** Whether a text has the pattern in it. */
  private record Answer(String text, boolean found) {}

  /** A pattern with its last answers, each in the place that its text's hash gives. */
  private static final class Known {

    private final Pattern pattern;
    // Answers are immutable: of threads that race for a place, any may have it.
    private final @Nullable Answer[] answers = new Answer[ANSWERS];

    Known(Pattern pattern) {
      this.pattern = pattern;
    }

    boolean isFoundIn(String text) {
      if (text.length() > LONGEST_TEXT) {
        return pattern.matcher(text).find();
      }
      int hash = text.hashCode();
      int place = (hash ^ (hash >>> 16)) & (ANSWERS - 1);
      Answer last = answers[place];
      if (last != null && last.text.equals(text)) {
        return last.found;
      }
      boolean found = pattern.matcher(text).find();
      answers[place] = new Answer(text, found);
      return found;
    }
  }

  /**
   * @throws PatternSyntaxException if it is no regular expression
   * @throws IllegalArgumentException if it is too large a one
   */
  static Pattern compile(String regex) {
    Known known = KNOWN.get(regex);
    return known == null ? keep(regex, make(regex)) : known.pattern;
  }

  private static Pattern make(String regex) {
    Pattern made = Pattern.compile(regex);
    int size = made.programSize();
    if (size > LARGEST_PROGRAM) {
      throw new IllegalArgumentException(
          "Regex pattern exceeds allowed program size. Allowed: %s, Provided: %s"
              .formatted(LARGEST_PROGRAM, size));
    }
    return made;
  }

  private static Pattern keep(String regex, Pattern made) {
    int room = made.programSize() + ANSWERS;
    if (regex.length() <= LONGEST && TAKEN.get() + room <= ROOM) {
      TAKEN.addAndGet(room);
      KNOWN.put(regex, new Known(made));
    }
    return made;
  }

  /** Whether it is found anywhere in a text, as {@code matches} has it. */
  static boolean isFoundIn(String text, String regex) {
    Known known = KNOWN.get(regex);
    return known == null ? compile(regex).matcher(text).find() : known.isFoundIn(text);
  }
}
