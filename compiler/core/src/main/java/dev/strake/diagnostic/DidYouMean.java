package dev.strake.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the known name that a misspelt one most likely stands for. */
public final class DidYouMean {

  private static final int LONGEST = 64;
  private static final int MOST_SLIPS = 3;

  private DidYouMean() {}

  /**
   * The nearest of several names, if any is near enough; of equally near ones the first. Another
   * case, hyphens, underscores and a plural count for nothing; a letter added, lost, changed or
   * swapped with its neighbour counts as one slip. Longer names may have more of them.
   */
  public static Optional<String> of(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    @Nullable String best = null;
    int fewest = mostSlips(given) + 1;
    for (String candidate : known) {
      int slips = bare(given).equals(bare(candidate)) ? 0 : slips(given, candidate, fewest);
      if (slips < fewest) {
        best = candidate;
        fewest = slips;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The known name that a misspelt one stands for without doubt: no other is near enough, or it
   * differs in nothing that counts.
   */
  public static Optional<String> only(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> same = known.stream().filter(name -> isSameWord(given, name)).toList();
    int enough = mostSlips(given) + 1;
    List<String> near =
        same.isEmpty()
            ? known.stream().filter(name -> slips(given, name, enough) < enough).toList()
            : same;
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  /** Whether two names differ in case, hyphens, underscores and a plural only. */
  public static boolean isSameWord(String a, String b) {
    return bare(a).equals(bare(b));
  }

  private static int mostSlips(String given) {
    return given.length() < 3 ? 0 : Math.min(MOST_SLIPS, 1 + given.length() / 5);
  }

  private static String bare(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
  }

  /**
   * Damerau and Levenshtein's distance with swaps of neighbours, without regard to case.
   *
   * @param enough from here on the answer need not be exact
   */
  private static int slips(String given, String candidate, int enough) {
    String a = given.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    if (Math.abs(a.length() - b.length()) >= enough) {
      return enough;
    }
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
