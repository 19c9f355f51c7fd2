package dev.strake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The lines in which two texts differ, with some around them, as {@code patch} and {@code git
 * apply} read them.
 *
 * @see <a
 *     href="https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html">Detailed
 *     Description of Unified Format</a>
 */
public final class UnifiedDiff {

  private static final int CONTEXT = 3;

  /** What comparing each line with each other may cost. */
  private static final int MOST_PAIRS = 4_000_000;

  private static final String HIDDEN = "# not shown: it may hold a secret";
  private static final String NO_LINE_BREAK = "\\ No newline at end of file\n";

  private final List<String> before;
  private final List<String> after;
  private final IntPredicate hidden;
  private final StringBuilder out = new StringBuilder();

  private UnifiedDiff(List<String> before, List<String> after, IntPredicate hidden) {
    this.before = before;
    this.after = after;
    this.hidden = hidden;
  }

  /**
   * Empty for equal texts.
   *
   * @param path of both, with {@code /}
   * @param hidden whether a line of the old text, counted from 1, may not be shown; what takes its
   *     place may not either
   */
  public static String of(String path, String before, String after, IntPredicate hidden) {
    UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after), hidden);
    diff.hunks(changes(diff.before, diff.after));
    return diff.out.isEmpty() ? "" : "--- a/%s\n+++ b/%s\n%s".formatted(path, path, diff.out);
  }

  /** With their line breaks. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int found = text.indexOf('\n', start);
      int end = found < 0 ? text.length() : found + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /**
   * Lines of the old text that make room for lines of the new one, counted from 0.
   *
   * @param fromBefore the first of them; where nothing is taken, the one before which lines are put
   */
  private record Change(int fromBefore, int toBefore, int fromAfter, int toAfter) {}

  /** As few as there can be, where the texts are not too long to find out. */
  private static List<Change> changes(List<String> before, List<String> after) {
    int most = Math.min(before.size(), after.size());
    int start = 0;
    while (start < most && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start && isSameFromEnd(before, after, end)) {
      end++;
    }
    int oldEnd = before.size() - end;
    int youngEnd = after.size() - end;
    boolean small = (long) (oldEnd - start) * (youngEnd - start) <= MOST_PAIRS;
    return small
        ? fewestChanges(before, oldEnd, after, youngEnd, start)
        : nearestChanges(before, after);
  }

  private static boolean isSameFromEnd(List<String> before, List<String> after, int fromEnd) {
    return before.get(before.size() - 1 - fromEnd).equals(after.get(after.size() - 1 - fromEnd));
  }

  /** By the longest common subsequence of the lines in which the texts differ. */
  private static List<Change> fewestChanges(
      List<String> before, int oldEnd, List<String> after, int youngEnd, int start) {
    int[][] common = new int[oldEnd - start + 1][youngEnd - start + 1];
    for (int i = oldEnd - start - 1; i >= 0; i--) {
      for (int j = youngEnd - start - 1; j >= 0; j--) {
        common[i][j] =
            before.get(start + i).equals(after.get(start + j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Change> changes = new ArrayList<>();
    int old = start;
    int young = start;
    while (old < oldEnd || young < youngEnd) {
      int fromOld = old;
      int fromYoung = young;
      while (old < oldEnd
          && common[old - start + 1][young - start] == common[old - start][young - start]) {
        old++;
      }
      while (young < youngEnd
          && common[old - start][young - start + 1] == common[old - start][young - start]) {
        young++;
      }
      if (fromOld < old || fromYoung < young) {
        changes.add(new Change(fromOld, old, fromYoung, young));
      }
      while (old < oldEnd && young < youngEnd && before.get(old).equals(after.get(young))) {
        old++;
        young++;
      }
    }
    return changes;
  }

  /** The nearest pair of equal lines ends a change: quick, and seldom more than there need be. */
  private static List<Change> nearestChanges(List<String> before, List<String> after) {
    List<Change> changes = new ArrayList<>();
    int old = 0;
    int young = 0;
    while (old < before.size() || young < after.size()) {
      if (isSame(before, old, after, young)) {
        old++;
        young++;
      } else {
        Change change = change(before, old, after, young);
        changes.add(change);
        old = change.toBefore;
        young = change.toAfter;
      }
    }
    return changes;
  }

  private static Change change(List<String> before, int old, List<String> after, int young) {
    int most = before.size() - old + after.size() - young;
    for (int distance = 1; distance < most; distance++) {
      for (int taken = 0; taken <= distance; taken++) {
        if (isSame(before, old + taken, after, young + distance - taken)) {
          return new Change(old, old + taken, young, young + distance - taken);
        }
      }
    }
    return new Change(old, before.size(), young, after.size());
  }

  private static boolean isSame(List<String> before, int old, List<String> after, int young) {
    return old < before.size() && young < after.size() && before.get(old).equals(after.get(young));
  }

  /** Changes whose surroundings meet share a hunk. */
  private void hunks(List<Change> changes) {
    int first = 0;
    for (int i = 1; i <= changes.size(); i++) {
      boolean apart =
          i == changes.size()
              || changes.get(i).fromBefore - changes.get(i - 1).toBefore > 2 * CONTEXT;
      if (apart) {
        hunk(changes.subList(first, i));
        first = i;
      }
    }
  }

  private void hunk(List<Change> changes) {
    Change first = changes.get(0);
    Change last = changes.get(changes.size() - 1);
    int start = Math.max(0, first.fromBefore - CONTEXT);
    int end = Math.min(before.size(), last.toBefore + CONTEXT);
    int startAfter = first.fromAfter - (first.fromBefore - start);
    int endAfter = last.toAfter + (end - last.toBefore);
    out.append("@@ -").append(span(start, end)).append(" +").append(span(startAfter, endAfter));
    out.append(" @@\n");
    int at = start;
    for (Change change : changes) {
      context(at, change.fromBefore);
      for (int i = change.fromBefore; i < change.toBefore; i++) {
        line('-', before.get(i), hidden.test(i + 1));
      }
      boolean hides = hides(change);
      for (int i = change.fromAfter; i < change.toAfter; i++) {
        line('+', after.get(i), hides);
      }
      at = change.toBefore;
    }
    context(at, end);
  }

  private boolean hides(Change change) {
    for (int i = change.fromBefore; i <= change.toBefore; i++) {
      if (hidden.test(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static String span(int start, int end) {
    return (end > start ? start + 1 : start) + "," + (end - start);
  }

  private void context(int from, int to) {
    for (int i = from; i < to; i++) {
      line(' ', before.get(i), hidden.test(i + 1));
    }
  }

  private void line(char sign, String line, boolean isHidden) {
    String shown = isHidden ? HIDDEN + "\n" : line;
    out.append(sign).append(shown);
    if (!shown.endsWith("\n")) {
      out.append('\n').append(NO_LINE_BREAK);
    }
  }
}
