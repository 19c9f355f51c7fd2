package dev.strake.fix;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.diagnostic.Severity;
import dev.strake.report.Finding;
import dev.strake.report.Findings;
import dev.strake.report.Fingerprint;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often each finding is made, wherever its lines are: what tells whether a fix has mended. */
final class FindingCounts {

  private final Map<Fingerprint, Integer> counts = new HashMap<>();
  private final IdentityHashMap<Diagnostic, Fingerprint> kinds = new IdentityHashMap<>();
  private final Map<Fingerprint, Diagnostic> firsts = new HashMap<>();

  FindingCounts(Findings findings) {
    for (Finding finding : findings.each()) {
      Fingerprint kind = kind(finding.fingerprint());
      counts.merge(kind, 1, Integer::sum);
      kinds.put(finding.diagnostic(), kind);
      firsts.putIfAbsent(kind, finding.diagnostic());
    }
  }

  /** Without its number among those that are alike. */
  private static Fingerprint kind(Fingerprint one) {
    return new Fingerprint(one.code(), one.file(), one.object(), one.path(), one.message(), 1);
  }

  /** Of a finding that is one of these. */
  Fingerprint kind(Diagnostic finding) {
    Fingerprint kind = kinds.get(finding);
    if (kind == null) {
      throw new IllegalArgumentException("not one of these findings: " + finding);
    }
    return kind;
  }

  /**
   * What is wrong with some fixes, if these are the findings before them.
   *
   * @return a clause; empty if each finding is gone and the compiler finds no new error but where
   *     nobody had looked before. What a policy says of a value that could not be read is no harm.
   */
  Optional<String> harm(List<Diagnostic> fixed, FindingCounts after) {
    Map<Fingerprint, Integer> expected = new HashMap<>(counts);
    fixed.forEach(finding -> expected.merge(kind(finding), -1, Integer::sum));
    for (Map.Entry<Fingerprint, Integer> one : after.counts.entrySet()) {
      Diagnostic found = after.first(one.getKey());
      boolean more = one.getValue() > expected.getOrDefault(one.getKey(), 0);
      if (more && counts.containsKey(one.getKey())) {
        return Optional.of("the finding would stay");
      }
      boolean heavy = found.code().isOfCompiler() && found.severity() == Severity.ERROR;
      if (more && heavy && fixed.stream().noneMatch(fix -> isRevealed(found, fix))) {
        return Optional.of("it would bring %s: %s".formatted(found.code(), found.message()));
      }
    }
    return Optional.empty();
  }

  /** Whether a finding may have been there before a fix, where nobody had looked. */
  private static boolean isRevealed(Diagnostic found, Diagnostic fixed) {
    boolean sameFile = found.range().file().path().equals(fixed.range().file().path());
    ObjectRef object = fixed.object();
    boolean sameObject =
        object == null
            || (found.object() != null
                && found.object().kind().equals(object.kind())
                && found.object().name().equals(object.name()));
    return fixed.fix() != null && fixed.fix().reveals() && sameFile && sameObject;
  }

  private Diagnostic first(Fingerprint kind) {
    Diagnostic found = firsts.get(kind);
    if (found == null) {
      throw new IllegalArgumentException("not one of these findings: " + kind);
    }
    return found;
  }
}
