package dev.strake.report;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a report says.
 *
 * @param diagnostics in {@link Diagnostic#ORDER}, whatever order they are given in; what is said of
 *     the same place in the same words counts once, because an alias repeats a mistake wherever it
 *     is used, and there is one place to mend
 */
public record Findings(List<Diagnostic> diagnostics, Summary summary) {

  private record Saying(Code code, SourceRange range, String message) {}

  /** Counts the findings; what was looked at is for the caller to tell. */
  public static Findings of(List<Diagnostic> diagnostics, Coverage coverage) {
    List<Diagnostic> each = withoutRepetition(diagnostics);
    return new Findings(each, Summary.of(each, coverage));
  }

  private static List<Diagnostic> withoutRepetition(List<Diagnostic> diagnostics) {
    Set<Saying> said = new HashSet<>();
    List<Diagnostic> each = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (said.add(new Saying(diagnostic.code(), diagnostic.range(), diagnostic.message()))) {
        each.add(diagnostic);
      }
    }
    each.sort(Diagnostic.ORDER);
    return each;
  }
}
