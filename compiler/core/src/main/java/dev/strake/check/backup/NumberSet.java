package dev.strake.check.backup;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The numbers that a field of a schedule names: a list of {@code *}, {@code 1} and ranges, each
 * with a step behind a slash.
 *
 * @param between the ends of a range: {@code -} or {@code ..}
 * @param names for the numbers from min on, lower case and three letters long; may be empty
 */
record NumberSet(String between, int min, int max, List<String> names) {

  private static final int NAME = 3;

  /** The text must be well-formed: its type has seen to that. */
  SortedSet<Integer> read(String text) {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      int slash = part.indexOf('/');
      String range = slash < 0 ? part : part.substring(0, slash);
      int step = slash < 0 ? 1 : Integer.parseInt(part.substring(slash + 1));
      int hyphen = range.indexOf(between);
      boolean all = range.equals("*") || range.equals("?");
      int first = all ? min : number(hyphen < 0 ? range : range.substring(0, hyphen));
      int last = first;
      if (hyphen >= 0) {
        last = number(range.substring(hyphen + between.length()));
      } else if (all || slash >= 0) {
        last = max;
      }
      for (int number = first; number <= last; number += step) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private int number(String text) {
    String name = text.substring(0, Math.min(NAME, text.length())).toLowerCase(Locale.ROOT);
    int index = names.indexOf(name);
    return index >= 0 ? min + index : Integer.parseInt(text);
  }
}
