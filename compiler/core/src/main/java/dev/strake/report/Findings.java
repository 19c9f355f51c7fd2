package dev.strake.report;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Suppressed;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All that a report says.
 *
 * @param each in {@link Diagnostic#ORDER}, whatever order they are given in; what is said of the
 *     same place in the same words counts once, because an alias repeats a mistake wherever it is
 *     used, and there is one place to mend
 * @param suppressed those that do not count, by somebody's leave, in the same order
 */
public record Findings(List<Finding> each, List<Suppressed> suppressed, Summary summary) {

  private record Saying(Code code, SourceRange range, String message) {
    static Saying of(Diagnostic finding) {
      return new Saying(finding.code(), finding.range(), finding.message());
    }
  }

  public Findings {
    each = List.copyOf(each);
    suppressed = List.copyOf(suppressed);
  }

  /** Counts the findings; what was looked at is for the caller to tell. */
  public static Findings of(List<Diagnostic> diagnostics, Coverage coverage) {
    return of(diagnostics, List.of(), coverage);
  }

  /** The same with findings that do not count. */
  public static Findings of(
      List<Diagnostic> diagnostics, List<Suppressed> suppressed, Coverage coverage) {
    List<Finding> each = new Numbering().number(sorted(diagnostics));
    List<Suppressed> silent = sortedSuppressed(suppressed);
    return new Findings(each, silent, Summary.of(each, silent.size(), 0, coverage));
  }

  /** Without their fingerprints. */
  public List<Diagnostic> diagnostics() {
    return each.stream().map(Finding::diagnostic).toList();
  }

  /** With further findings; those that there are keep their fingerprints. */
  public Findings with(List<Diagnostic> more) {
    Numbering numbering = new Numbering();
    each.forEach(finding -> numbering.note(finding.fingerprint()));
    Set<Saying> said = new HashSet<>();
    each.forEach(finding -> said.add(Saying.of(finding.diagnostic())));
    List<Diagnostic> added =
        sorted(more).stream().filter(finding -> said.add(Saying.of(finding))).toList();
    List<Finding> all = new ArrayList<>(each);
    all.addAll(numbering.number(added));
    all.sort(Comparator.comparing(Finding::diagnostic, Diagnostic.ORDER));
    return of(all, suppressed, summary.known());
  }

  /**
   * Only what was not found before. A finding is the same if it has the same {@link Fingerprint}:
   * of several alike, as many are old as there were.
   */
  public Findings since(Findings earlier) {
    Set<Fingerprint> old = new HashSet<>();
    earlier.each.forEach(finding -> old.add(finding.fingerprint()));
    List<Finding> brought =
        each.stream().filter(finding -> !old.contains(finding.fingerprint())).toList();
    return of(brought, suppressed, summary.known());
  }

  /** Without those that are known from before, which are counted. */
  public Findings without(Predicate<Finding> known) {
    List<Finding> others = each.stream().filter(known.negate()).toList();
    return of(others, suppressed, summary.known() + each.size() - others.size());
  }

  private Findings of(List<Finding> some, List<Suppressed> silent, int known) {
    Summary counted = Summary.of(some, silent.size(), known, summary.coverage());
    return new Findings(some, silent, counted);
  }

  private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    Set<Saying> said = new HashSet<>();
    return diagnostics.stream()
        .filter(diagnostic -> said.add(Saying.of(diagnostic)))
        .sorted(Diagnostic.ORDER)
        .toList();
  }

  private static List<Suppressed> sortedSuppressed(List<Suppressed> suppressed) {
    Set<Saying> said = new HashSet<>();
    return suppressed.stream()
        .filter(silent -> said.add(Saying.of(silent.finding())))
        .sorted(Comparator.comparing(Suppressed::finding, Diagnostic.ORDER))
        .toList();
  }
}
