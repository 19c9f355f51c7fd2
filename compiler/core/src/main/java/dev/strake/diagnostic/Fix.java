package dev.strake.diagnostic;

import dev.strake.source.SourceRange;
import java.util.List;

/**
 * A change to the sources that removes the finding and nothing else.
 *
 * @param title what it does, as an imperative
 * @param edits of distinct, non-overlapping ranges
 */
public record Fix(String title, List<Edit> edits) {

  public Fix {
    edits = List.copyOf(edits);
  }

  /** Puts one text in the place of another. */
  public static Fix replace(String title, SourceRange range, String text) {
    return new Fix(title, List.of(new Edit(range, text)));
  }

  /** One replacement; an empty range inserts. */
  public record Edit(SourceRange range, String text) {}
}
