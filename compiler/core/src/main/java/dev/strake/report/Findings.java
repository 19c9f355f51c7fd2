package dev.strake.report;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /**
   * Only what was not found before. A finding is the same if it says the same of the same object or
   * file, on whatever line; of several alike, as many are old as there were.
   */
  public Findings since(Findings earlier) {
    Map<Identity, Integer> known = new HashMap<>();
    earlier.diagnostics().forEach(old -> known.merge(Identity.of(old), 1, Integer::sum));
    List<Diagnostic> brought =
        diagnostics.stream()
            .filter(found -> known.merge(Identity.of(found), -1, Integer::sum) < 0)
            .toList();
    return of(brought, summary.coverage());
  }

  /** What stays of a finding when lines move. */
  private record Identity(Code code, String message, String file, @Nullable ObjectRef object) {
    static Identity of(Diagnostic finding) {
      return new Identity(
          finding.code(), finding.message(), finding.range().file().path(), finding.object());
    }
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
