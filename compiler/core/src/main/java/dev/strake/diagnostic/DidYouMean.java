package dev.strake.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the known word that was most likely meant by an unknown one. */
public final class DidYouMean {

  private static final int LONGEST = 64;

  private DidYouMean() {}

  /**
   * The nearest of the known words, if it is near enough to be a slip: another case, or a third of
   * its letters added, lost, changed or swapped with their neighbour. Of two that are as near, the
   * first in the alphabet.
   */
  public static Optional<String> of(String unknown, Collection<String> known) {
    if (unknown.isEmpty() || unknown.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = unknown.toLowerCase(Locale.ROOT);
    int best = Math.max(1, wanted.length() / 3) + 1;
    @Nullable String found = null;
    for (String word : known) {
      int distance = distance(wanted, word.toLowerCase(Locale.ROOT), best);
      if (distance < best
          || (distance == best && found != null && word.compareTo(found) < 0)) {
        best = distance;
        found = word;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Edits, where a swap of neighbours is one; more than {@code enough} need not be exact. */
  private static int distance(String a, String b, int enough) {
    if (Math.abs(a.length() - b.length()) > enough) {
      return enough + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edits = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        row[j] = swapped ? Math.min(edits, beforeLast[j - 2] + 1) : edits;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
