package dev.strake.input;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code [a-z]} of a pattern.
 *
 * @param end behind the closing bracket
 */
record CharacterClass(List<Range> ranges, boolean negated, int end) {

  private record Range(int first, int last) {}

  /**
   * @param at where the opening bracket is; without a closing one the class matches nothing
   */
  static CharacterClass read(int[] text, int at) {
    int next = at + 1;
    boolean negated = next < text.length && (text[next] == '!' || text[next] == '^');
    next += negated ? 1 : 0;
    List<Range> ranges = new ArrayList<>();
    int first = next;
    while (next < text.length) {
      // A closing bracket in the first place means itself.
      if (text[next] == ']' && next > first) {
        return new CharacterClass(ranges, negated, next + 1);
      }
      next = escaped(text, next);
      int from = next < text.length ? text[next] : 0;
      int to = from;
      boolean range = next + 2 < text.length && text[next + 1] == '-' && text[next + 2] != ']';
      if (range) {
        next = escaped(text, next + 2);
        to = next < text.length ? text[next] : from;
      }
      ranges.add(new Range(from, to));
      next++;
    }
    return new CharacterClass(List.of(), false, text.length);
  }

  private static int escaped(int[] text, int at) {
    return text[at] == '\\' && at + 1 < text.length ? at + 1 : at;
  }

  boolean matches(int character) {
    boolean found =
        ranges.stream().anyMatch(range -> range.first <= character && character <= range.last);
    return found != negated;
  }
}
