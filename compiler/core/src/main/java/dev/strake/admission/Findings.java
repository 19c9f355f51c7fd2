package dev.strake.admission;

import dev.strake.admission.AdmissionJudgement.Open;
import dev.strake.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what is found about one object; of what is found twice, the harder counts. */
final class Findings {

  private final Map<Finding.Key, Finding> violations = new LinkedHashMap<>();
  private final Set<Diagnostic> setup = new LinkedHashSet<>();
  private final Map<String, Open> open = new TreeMap<>();

  void add(Finding finding) {
    violations.merge(finding.key(), finding, (one, other) -> other.isHarderThan(one) ? other : one);
  }

  void add(Diagnostic aboutSetup) {
    setup.add(aboutSetup);
  }

  void open(NativePolicy policy, Request request, String why) {
    open.putIfAbsent(
        policy.name(), new Open(policy.manifest(), policy.id(), request.manifest().ref(), why));
  }

  /**
   * @param sound whether nothing else is wrong with the object, so that an expression that cannot
   *     be evaluated says something new
   */
  AdmissionJudgement judgement(AdmissionSettings settings, boolean sound) {
    return new AdmissionJudgement(
        violations.values().stream()
            .filter(finding -> sound || !finding.violation().failed())
            .flatMap(finding -> finding.diagnostics(settings).stream())
            .distinct()
            .toList(),
        List.copyOf(setup),
        List.copyOf(open.values()));
  }

  /** Those about other validations than some others have. */
  List<Diagnostic> beyond(Findings others, AdmissionSettings settings) {
    return violations.values().stream()
        .filter(finding -> others.violations.keySet().stream().noneMatch(finding::isOfCheck))
        .flatMap(finding -> finding.diagnostics(settings).stream())
        .distinct()
        .toList();
  }
}
