package dev.strake.policies;

import dev.strake.SpecManifest;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.join.ObjectSet;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.policies.CaseMarkers.Marker;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyEngine;
import dev.strake.policy.PolicyScope;
import dev.strake.policy.PolicySelection;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compares what a policy finds in its cases with what they expect. */
public final class PolicyCases {

  private PolicyCases() {}

  /** Whatever is not as expected, one line each; none if the policy keeps its promises. */
  public static List<String> mismatches(PolicyFolder folder, CompiledPolicy policy) {
    List<String> mismatches = new ArrayList<>();
    folder.pass().forEach(file -> compare(file, policy, mismatches));
    for (SourceFile file : folder.fail()) {
      compare(file, policy, mismatches);
      if (CaseMarkers.read(file).isEmpty()) {
        mismatches.add(file + ": a case that fails has to expect a finding");
      }
    }
    return mismatches;
  }

  /** For the oldest version of Kubernetes for which there is anything to say. */
  private static void compare(SourceFile file, CompiledPolicy policy, List<String> mismatches) {
    List<Integer> versions = CaseVersions.of(file);
    if (versions.isEmpty()) {
      mismatches.add(file + ": write a known version as in # kubernetes: >= 1.35");
    }
    versions.stream()
        .map(minor -> mismatches(file, policy, minor))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .ifPresent(mismatches::addAll);
  }

  /** The same for one case and one version. */
  static List<String> mismatches(SourceFile file, CompiledPolicy policy, int minor) {
    List<String> mismatches = new ArrayList<>();
    List<Marker> expected = new ArrayList<>(CaseMarkers.read(file));
    for (Diagnostic finding : findings(file, policy, minor)) {
      boolean wanted = removeFirst(expected, finding);
      if (!wanted) {
        mismatches.add("not expected: %s (Kubernetes 1.%s)".formatted(finding, minor));
      }
    }
    for (Marker marker : expected) {
      mismatches.add(
          "not found: %s:%s %s (Kubernetes 1.%s)"
              .formatted(file, marker.line(), marker.code(), minor));
    }
    return mismatches;
  }

  /** What the reader and the policy have to say about a case. */
  private static List<Diagnostic> findings(SourceFile file, CompiledPolicy policy, int minor) {
    List<Diagnostic> findings = new ArrayList<>();
    List<Manifest> manifests = manifests(file, policy.policy().scope(), findings);
    CompiledPolicy chosen = CaseParameters.apply(policy, file, findings);
    PolicySelection alone = new PolicySelection("all", List.of(policy.policy().id()), List.of());
    PolicyEngine engine = PolicyEngine.of(beside(chosen), alone, minor, PodTemplatePaths.KNOWN);
    findings.addAll(engine.evaluate(manifests));
    // A case of a policy about many objects is all that there is in its cluster.
    engine
        .evaluateTogether(ObjectSet.ofCluster(manifests, List.of(), PodTemplatePaths.KNOWN))
        .forEach(violation -> findings.add(violation.finding()));
    return findings;
  }

  /** A policy about many objects may ask what Pod Security has against them. */
  private static List<CompiledPolicy> beside(CompiledPolicy policy) {
    return policy.policy().scope() == PolicyScope.BUNDLE
        ? Stream.concat(Stream.of(policy), PodSecurityChecks.ALL.stream()).toList()
        : List.of(policy);
  }

  /** Loaded by those alone who need it. */
  private static final class PodSecurityChecks {

    static final List<CompiledPolicy> ALL =
        BuiltInPolicies.load().stream()
            .filter(policy -> policy.policy().category().equals("pod-security"))
            .toList();
  }

  static List<Manifest> manifests(SourceFile file, List<Diagnostic> findings) {
    return manifests(file, PolicyScope.OBJECT, findings);
  }

  /** A spec is judged with its defaults, as the compiler has it. */
  private static List<Manifest> manifests(
      SourceFile file, PolicyScope scope, List<Diagnostic> findings) {
    return YamlReader.withDefaultLimits().read(file, findings::add).documents().stream()
        .flatMap(
            document ->
                (scope == PolicyScope.SPEC
                        ? SpecManifest.read(document, findings::add)
                        : Manifest.of(document.root(), null))
                    .stream())
        .toList();
  }

  private static boolean removeFirst(List<Marker> expected, Diagnostic finding) {
    for (Marker marker : expected) {
      if (matches(marker, finding)) {
        expected.remove(marker);
        return true;
      }
    }
    return false;
  }

  private static boolean matches(Marker marker, Diagnostic finding) {
    return marker.line() == finding.range().startPosition().line()
        && marker.code().equals(finding.code().id())
        && marker.text().map(finding.range().text()::equals).orElse(true);
  }
}
