package dev.strake;

import dev.strake.admission.AdmissionSettings;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.ParameterValues;
import dev.strake.policy.Policy;
import dev.strake.policy.PolicyEngine;
import dev.strake.policy.PolicySelection;
import dev.strake.policy.PolicySeverity;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.Policies;
import dev.strake.value.PolicyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which policies count for a cluster. */
final class ClusterPolicies {

  private static final String DEFAULT = "default";

  private final List<CompiledPolicy> known;
  private final PolicySelection asked;

  /**
   * @param asked what the run shall judge by; leaves the profile to each cluster if it names none
   */
  ClusterPolicies(List<CompiledPolicy> known, PolicySelection asked) {
    this.known = List.copyOf(known);
    this.asked = asked;
  }

  /** The same with policies that users wrote. */
  ClusterPolicies with(List<CompiledPolicy> own) {
    return own.isEmpty()
        ? this
        : new ClusterPolicies(Stream.concat(known.stream(), own.stream()).toList(), asked);
  }

  /** What the run judges the cluster's objects by. */
  PolicyEngine engine(
      Optional<Bound<Cluster>> cluster, int kubernetesMinor, PodTemplatePaths pods) {
    return PolicyEngine.of(
        settled(cluster), asked.forCluster(profile(cluster)), kubernetesMinor, pods);
  }

  /** All policies with the weights and the parameters' values that a spec gives them. */
  private List<CompiledPolicy> settled(Optional<Bound<Cluster>> cluster) {
    return cluster
        .map(c -> c.value().spec().policies())
        .map(policies -> known.stream().map(policy -> settled(policy, policies)).toList())
        .orElse(known);
  }

  private static CompiledPolicy settled(CompiledPolicy compiled, Policies policies) {
    Policy policy = compiled.policy();
    Policy weighed =
        find(policies.severities(), policy)
            .flatMap(level -> PolicySeverity.parse(level.name()))
            .map(policy::withSeverity)
            .orElse(policy);
    Policy settled =
        find(policies.parameters(), policy)
            .map(values -> ParameterValues.apply(weighed, values.settings()))
            .orElse(weighed);
    return compiled.with(settled);
  }

  private static <T> Optional<T> find(Map<PolicyId, T> settings, Policy policy) {
    return settings.entrySet().stream()
        .filter(setting -> setting.getKey().toString().equals(policy.id()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Ids of all policies, whether they count or not. */
  Set<String> ids() {
    return known.stream().map(policy -> policy.policy().id()).collect(Collectors.toSet());
  }

  /** For manifests of no cluster. */
  PolicyEngine engine(int kubernetesMinor, PodTemplatePaths pods) {
    return PolicyEngine.of(known, asked.forCluster(DEFAULT), kubernetesMinor, pods);
  }

  /**
   * What the cluster itself enforces: a matter of its spec alone, since what a run is asked for may
   * not change the output.
   */
  List<Policy> enforced(Optional<Bound<Cluster>> cluster) {
    PolicySelection own = PolicySelection.profile(profile(cluster));
    return settled(cluster).stream()
        .map(CompiledPolicy::policy)
        .filter(Policy::isEnforceable)
        .filter(own::selects)
        .toList();
  }

  /**
   * Reports what the spec says of policies that there are not.
   *
   * @param others codes of policies of another kind
   */
  void checkReferences(Bound<Cluster> cluster, Set<String> others, DiagnosticSink sink) {
    List<String> ids = Stream.concat(ids().stream(), others.stream()).sorted().toList();
    new PolicyReferences(ids, sink).check(cluster);
    Policies policies = cluster.value().spec().policies();
    for (CompiledPolicy compiled : known) {
      find(policies.parameters(), compiled.policy())
          .ifPresent(values -> ParameterValues.check(compiled.policy(), values.settings(), sink));
    }
  }

  /** Which of the users' admission policies judge, and how much what they find weighs. */
  AdmissionSettings admission(Optional<Bound<Cluster>> cluster) {
    Map<String, Severity> severities = new HashMap<>();
    cluster
        .map(c -> c.value().spec().policies().severities())
        .orElse(Map.of())
        .forEach(
            (id, level) ->
                PolicySeverity.parse(level.name())
                    .ifPresent(severity -> severities.put(id.toString(), severity.findings())));
    return new AdmissionSettings(asked.forCluster(profile(cluster)), severities);
  }

  private static String profile(Optional<Bound<Cluster>> cluster) {
    return cluster.map(c -> c.value().spec().policies().profile().toString()).orElse(DEFAULT);
  }
}
