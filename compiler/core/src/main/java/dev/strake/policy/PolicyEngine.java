package dev.strake.policy;

import dev.strake.cel.CelResult;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.join.ObjectSet;
import dev.strake.join.PodSecurity;
import dev.strake.join.Violations;
import dev.strake.join.Violations.Violation;
import dev.strake.join.all.BundleRules;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges manifests. Immutable; safe for use by many threads. */
public final class PolicyEngine {

  /** A policy could not judge an object: of the engine itself, whatever the policy. */
  public static final Code EVALUATION = Code.error("policy/evaluation");

  private final PolicyIndex index;
  private final List<Policy> together;
  private final Set<String> ids;
  private final int kubernetesMinor;
  private final PodTemplatePaths pods;
  private final PodSecurity podSecurity;

  private PolicyEngine(
      List<CompiledPolicy> policies,
      int kubernetesMinor,
      PodTemplatePaths pods,
      PodSecurity podSecurity) {
    this.index = PolicyIndex.of(policies);
    List<Policy> heads = policies.stream().map(CompiledPolicy::policy).toList();
    this.together = heads.stream().filter(p -> p.scope() == PolicyScope.BUNDLE).toList();
    this.ids = heads.stream().map(Policy::id).collect(Collectors.toUnmodifiableSet());
    this.kubernetesMinor = kubernetesMinor;
    this.pods = pods;
    this.podSecurity = podSecurity;
  }

  /**
   * An engine with those of some policies that are selected.
   *
   * @param kubernetesMinor of the cluster that the objects are for: 36 for Kubernetes 1.36
   * @param pods which objects make pods, so that policies on all that do judge them
   */
  public static PolicyEngine of(
      Collection<CompiledPolicy> policies,
      PolicySelection selection,
      int kubernetesMinor,
      PodTemplatePaths pods) {
    return new PolicyEngine(
        policies.stream()
            .filter(policy -> selection.selects(policy.policy()))
            .sorted(Comparator.comparing(policy -> policy.policy().id()))
            .toList(),
        kubernetesMinor,
        pods,
        new PodSecurityLevels(policies, pods, kubernetesMinor));
  }

  /** Whether any of its policies looks at a cluster's spec. */
  public boolean judgesSpecs() {
    return index.has(ConfigurationKinds.CLUSTER);
  }

  /** Of the policies that it judges by. */
  public Set<String> ids() {
    return ids;
  }

  /**
   * What is wrong with some objects, in their order, and for each object by policy. An object is
   * whole: a list is its items.
   */
  public List<Diagnostic> evaluate(List<Manifest> manifests) {
    List<Diagnostic> found = new ArrayList<>();
    manifests.forEach(manifest -> judge(manifest, found));
    return found;
  }

  /** Of those among them that judge all objects together. */
  public Set<String> idsOfJoins() {
    return together.stream().map(Policy::id).collect(Collectors.toUnmodifiableSet());
  }

  /** What is wrong with all objects of a cluster together, by policy. */
  public List<Violation> evaluateTogether(ObjectSet objects) {
    ObjectSet judged = objects.with(podSecurity);
    return together.stream().flatMap(policy -> judge(policy, judged).stream()).toList();
  }

  private static List<Violation> judge(Policy policy, ObjectSet objects) {
    Violations violations = new Violations(policy.code(), policy.remediation());
    BundleRules.find(policy.id()).ifPresent(rule -> rule.check(objects, violations));
    return violations.found();
  }

  private void judge(Manifest manifest, List<Diagnostic> found) {
    Optional<NodePath> podSpec = pods.find(manifest).map(template -> template.key("spec"));
    List<CompiledPolicy> policies = index.find(manifest.ref(), podSpec.isPresent());
    ObjectView view = new ObjectView(manifest, podSpec, kubernetesMinor);
    for (CompiledPolicy compiled : policies) {
      for (PolicyVerdict verdict : PolicyVerdict.against(view, compiled)) {
        found.add(finding(manifest, compiled.policy(), verdict));
      }
    }
  }

  private static Diagnostic finding(Manifest manifest, Policy policy, PolicyVerdict verdict) {
    if (!(verdict.result() instanceof CelResult.Bool)) {
      return notJudged(manifest, policy, verdict.subject().path(), verdict.result());
    }
    Diagnostic finding =
        manifest
            .finding(policy.code(), verdict.path(), verdict.message())
            .withHelp(policy.help(manifest.isGenerated()));
    return FixMaker.with(finding, manifest, verdict.rule(), verdict.subject());
  }

  private static Diagnostic notJudged(
      Manifest manifest, Policy policy, NodePath path, CelResult verdict) {
    String reason =
        verdict instanceof CelResult.Failure failure
            ? failure.reason()
            : "its expression does not give a boolean";
    String message = "policy %s could not be evaluated: %s".formatted(policy.id(), reason);
    return manifest
        .finding(EVALUATION, path, message)
        .withHelp("correct the object, or guard the policy's expression with has() or .?");
  }
}
