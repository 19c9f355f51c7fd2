package dev.strake.baseline;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.report.Finding;
import dev.strake.report.Findings;
import dev.strake.report.Fingerprint;
import dev.strake.report.JsonWriter;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Findings that are known and not reported, so that a gate can begin on a repository that is not
 * clean. Errors of the compiler are reported all the same: nothing can be built on what YAML, the
 * spec or the API server does not take, and whatever it hides would come as a surprise later.
 */
public final class Baseline {

  static final Code UNUSED = Code.info("policy/baseline-unused");

  static final int VERSION = 1;

  /** Says that policies about many objects were not asked; which those are, it does not say. */
  private static final String NOT_JUDGED = "policy/not-judged";

  private final Map<Fingerprint, SourceRange> entries;

  /**
   * @param entries each with its place in the file
   */
  Baseline(Map<Fingerprint, SourceRange> entries) {
    this.entries = new TreeMap<>(entries);
  }

  /** Whether a baseline may name it. */
  public static boolean mayHide(Diagnostic finding) {
    return finding.severity() != Severity.ERROR || !finding.code().isOfCompiler();
  }

  /**
   * The text of a baseline that knows all of these findings that one may: an entry a line, in an
   * order that moved lines do not change.
   */
  public static String text(Findings findings) {
    JsonWriter json = new JsonWriter().beginObject().field("version", VERSION);
    json.name("findings").beginArray();
    findings.each().stream()
        .filter(finding -> mayHide(finding.diagnostic()))
        .map(Finding::fingerprint)
        .sorted()
        .forEach(fingerprint -> BaselineEntry.write(fingerprint, json.newLine()));
    return json.endLines().endObject() + "\n";
  }

  /**
   * The findings that are not known, and one for each entry that hides nothing.
   *
   * @param found by a whole run, before anything else is left out
   * @param sought whether the run would have found what an entry says, if it were still there
   */
  public Findings apply(Findings found, Predicate<Fingerprint> sought) {
    Findings unknown = found.without(this::hides);
    return unknown.with(useless(found, sought));
  }

  private boolean hides(Finding finding) {
    return entries.containsKey(finding.fingerprint()) && mayHide(finding.diagnostic());
  }

  private List<Diagnostic> useless(Findings found, Predicate<Fingerprint> sought) {
    Set<Fingerprint> hidden = new HashSet<>();
    Set<Fingerprint> others = new HashSet<>();
    for (Finding finding : found.each()) {
      (mayHide(finding.diagnostic()) ? hidden : others).add(finding.fingerprint());
    }
    Predicate<Fingerprint> judged = sought.and(judgedIn(found));
    List<Diagnostic> useless = new ArrayList<>();
    entries.forEach(
        (entry, place) -> {
          if (others.contains(entry)) {
            useless.add(refused(entry, place));
          } else if (!hidden.contains(entry) && judged.test(entry)) {
            useless.add(gone(entry, place));
          }
        });
    return useless;
  }

  /**
   * What no mistake has kept the run from looking for: an error in the same file, or documents that
   * could not be read and are missing from all that policies judge together.
   */
  private static Predicate<Fingerprint> judgedIn(Findings found) {
    Set<String> broken =
        found.diagnostics().stream()
            .filter(finding -> !mayHide(finding))
            .map(finding -> finding.range().file().path())
            .collect(Collectors.toSet());
    boolean whole =
        found.diagnostics().stream().noneMatch(one -> one.code().id().equals(NOT_JUDGED));
    return entry ->
        !broken.contains(entry.file()) && (whole || Code.info(entry.code()).isOfCompiler());
  }

  private static Diagnostic gone(Fingerprint entry, SourceRange place) {
    return Diagnostic.of(
            UNUSED, place, "%s in %s is not found any more".formatted(entry.code(), entry.file()))
        .withHelp("remove the entry, or write the baseline again with --write-baseline");
  }

  private static Diagnostic refused(Fingerprint entry, SourceRange place) {
    return Diagnostic.of(
            UNUSED,
            place,
            "%s in %s is an error of the compiler, which no baseline hides"
                .formatted(entry.code(), entry.file()))
        .withHelp("mend it and remove the entry; --new-since shows only what a change brings");
  }
}
