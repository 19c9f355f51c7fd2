package dev.strake;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.Policy;
import dev.strake.policy.PolicyEngine;
import dev.strake.policy.PolicySelection;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import java.util.List;
import java.util.Optional;

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

  /** What the run judges the cluster's objects by. */
  PolicyEngine engine(Optional<Bound<Cluster>> cluster) {
    return PolicyEngine.of(known, asked.forCluster(profile(cluster)));
  }

  /** For manifests of no cluster. */
  PolicyEngine engine() {
    return PolicyEngine.of(known, asked.forCluster(DEFAULT));
  }

  /**
   * What the cluster itself enforces: a matter of its spec alone, since what a run is asked for may
   * not change the output.
   */
  List<Policy> enforced(Optional<Bound<Cluster>> cluster) {
    PolicySelection own = PolicySelection.profile(profile(cluster));
    return known.stream().map(CompiledPolicy::policy).filter(own::selects).toList();
  }

  /** Reports what the spec says of policies that there are not. */
  void checkReferences(Bound<Cluster> cluster, DiagnosticSink sink) {
    List<String> ids = known.stream().map(policy -> policy.policy().id()).toList();
    new PolicyReferences(ids, sink).check(cluster);
  }

  private static String profile(Optional<Bound<Cluster>> cluster) {
    return cluster.map(c -> c.value().spec().policies().profile().toString()).orElse(DEFAULT);
  }
}
