package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.parallel.InParallel;
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
    List<Fingerprint> firsts = InParallel.map(diagnostics, Fingerprint::first);
    List<Finding> numbered = new ArrayList<>(firsts.size());
    for (int i = 0; i < firsts.size(); i++) {
      numbered.add(new Finding(diagnostics.get(i), number(firsts.get(i))));
    }
    return numbered;
  }

  Fingerprint number(Diagnostic diagnostic) {
    return number(Fingerprint.first(diagnostic));
  }

  private Fingerprint number(Fingerprint first) {
    return first.number(last.merge(first, 1, Integer::sum));
  }
}
