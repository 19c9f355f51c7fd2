package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts findings that are alike, so that each has a fingerprint of its own. */
final class Numbering {

  private final Map<Fingerprint, Integer> last = new HashMap<>();

  /** A finding that has its number already. */
  void note(Fingerprint taken) {
    last.merge(taken.number(1), taken.occurrence(), Math::max);
  }

  /**
   * @param diagnostics in the order in which they are counted
   */
  List<Finding> number(List<Diagnostic> diagnostics) {
    List<Finding> numbered = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      numbered.add(new Finding(diagnostic, number(diagnostic)));
    }
    return numbered;
  }

  Fingerprint number(Diagnostic diagnostic) {
    Fingerprint first = Fingerprint.first(diagnostic);
    return first.number(last.merge(first, 1, Integer::sum));
  }
}
