package dev.strake.spec;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Did you mean? The known name that a misspelt one most likely stands for. */
final class Suggestions {

  private static final int LONGEST = 64;

  private Suggestions() {}

  /** The nearest of several names, if any is near enough; of equally near ones the first. */
  static Optional<String> closest(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    @Nullable String best = null;
    int fewest = mostMistakes(given) + 1;
    for (String candidate : known) {
      int mistakes = sameWord(given, candidate) ? 0 : mistakes(given, candidate);
      if (mistakes < fewest) {
        best = candidate;
        fewest = mistakes;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int mostMistakes(String given) {
    return given.length() < 3 ? 0 : Math.min(3, 1 + given.length() / 5);
  }

  /** Equal but for case, separators and a plural. */
  private static boolean sameWord(String a, String b) {
    return bare(a).equals(bare(b));
  }

  private static String bare(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
  }

  /** Damerau and Levenshtein's distance with swaps of neighbours, without regard to case. */
  private static int mistakes(String given, String candidate) {
    String a = given.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = cell(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cell(int[][] rows, String a, String b, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
