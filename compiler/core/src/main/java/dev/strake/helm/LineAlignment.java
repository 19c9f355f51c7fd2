package dev.strake.helm;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds for each line that a template has made the line of the template that made it: the pairs in
 * order whose texts agree most. A line that no line of the template resembles has none.
 */
final class LineAlignment {

  private static final int NONE = -1;
  private static final int SAME = 4;
  private static final int SAME_KEY = 3;
  private static final int SAME_BEGINNING = 2;

  /** Beyond this, tables take too much memory and nobody reads the lines anyway. */
  private static final long MOST_PAIRS = 4_000_000;

  private static final Pattern KEY =
      Pattern.compile("^(?<key>(?:- +)*[\"']?[\\w./-]+[\"']?):(?: .*)?$");
  private static final String ACTION = "{{";

  /** An action that is a line of its own and prints something. */
  private static final Pattern OUTPUT =
      Pattern.compile(
          "\\{\\{-?+\\s*+(?!(?:if|else|end|range|with|define|block|break|continue)\\b|/\\*|\\$\\w+\\s*:?=)"
              + ".*\\}\\}");

  private static final int INDENTED_ALIKE = 1;

  /**
   * @param indent before the text
   */
  private record Line(String text, int indent) {
    static Line of(String line) {
      return new Line(line.strip(), line.length() - line.stripLeading().length());
    }
  }

  private final List<Line> made;
  private final List<Line> template;

  private LineAlignment(List<String> made, List<String> template) {
    this.made = made.stream().map(Line::of).toList();
    this.template = template.stream().map(Line::of).toList();
  }

  /**
   * For each made line the position of its line in the template, or -1.
   *
   * @param made lines of one template
   */
  static int[] of(List<String> made, List<String> template) {
    int[] found = new int[made.size()];
    Arrays.fill(found, NONE);
    if ((long) made.size() * template.size() <= MOST_PAIRS) {
      new LineAlignment(made, template).align(found);
    }
    return found;
  }

  private void align(int[] found) {
    int rows = made.size();
    int columns = template.size();
    int[][] best = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        int apart = Math.max(best[i + 1][j], best[i][j + 1]);
        int likeness = likeness(i, j);
        best[i][j] = likeness == 0 ? apart : Math.max(apart, likeness + best[i + 1][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      int likeness = likeness(i, j);
      if (likeness > 0 && best[i][j] == likeness + best[i + 1][j + 1]) {
        found[i++] = j++;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    int next = columns;
    for (int row = rows - 1; row >= 0; row--) {
      if (found[row] == NONE) {
        found[row] = elsewhere(row, before(found, row), next);
      } else {
        next = found[row];
      }
    }
  }

  private static int before(int[] found, int row) {
    int at = row - 1;
    while (at >= 0 && found[at] == NONE) {
      at--;
    }
    return at < 0 ? NONE : found[at];
  }

  /**
   * The line that puts in what another template or a value says; else the one that a loop has gone
   * through more than once.
   *
   * @param start the line of the template that has made what is above
   * @param end the same for what is below
   */
  private int elsewhere(int row, int start, int end) {
    for (int j = end - 1; j > start; j--) {
      if (OUTPUT.matcher(template.get(j).text()).matches()) {
        return j;
      }
    }
    return onlyLike(row);
  }

  private int onlyLike(int row) {
    int only = NONE;
    int best = 0;
    for (int j = 0; j < template.size(); j++) {
      int likeness = made.get(row).indent() == template.get(j).indent() ? likeness(row, j) : 0;
      if (likeness > best) {
        best = likeness;
        only = j;
      } else if (likeness == best && likeness > 0) {
        only = NONE;
      }
    }
    return only;
  }

  private int likeness(int row, int column) {
    int likeness = likeness(made.get(row).text(), template.get(column).text());
    boolean alike = made.get(row).indent() == template.get(column).indent();
    return likeness > 0 && alike ? likeness + INDENTED_ALIKE : likeness;
  }

  private static int likeness(String line, String origin) {
    if (line.isEmpty() || origin.isEmpty()) {
      return 0;
    }
    if (line.equals(origin)) {
      return SAME;
    }
    int action = origin.indexOf(ACTION);
    if (action < 0) {
      return 0;
    }
    Matcher made = KEY.matcher(line);
    Matcher written = KEY.matcher(origin);
    if (made.matches() && written.matches()) {
      return made.group("key").equals(written.group("key")) ? SAME_KEY : 0;
    }
    String beginning = origin.substring(0, action).strip();
    return beginning.length() > 1 && line.startsWith(beginning) ? SAME_BEGINNING : 0;
  }
}
