package dev.strake.diagnostic;

import dev.strake.source.SourceRange;
import java.util.List;

/**
 * A change to the sources that removes the finding and nothing else.
 *
 * @param title what it does, as an imperative
 * @param edits of distinct, non-overlapping ranges
 * @param reveals whether what it changes was not looked at before, so that more may be found there
 */
public record Fix(String title, List<Edit> edits, boolean reveals) {

  public Fix {
    edits = List.copyOf(edits);
  }

  /** One whose places were looked at before. */
  public Fix(String title, List<Edit> edits) {
    this(title, edits, false);
  }

  /** The same, of what was not looked at before. */
  public Fix revealing() {
    return new Fix(title, edits, true);
  }

  /** Puts one text in the place of another. */
  public static Fix replace(String title, SourceRange range, String text) {
    return new Fix(title, List.of(new Edit(range, text)));
  }

  /** One replacement; an empty range inserts. */
  public record Edit(SourceRange range, String text) {}
}
