package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Policies;
import dev.strake.spec.Policies.PolicyException;
import dev.strake.value.PolicyId;
import java.util.List;

/** Settings and exceptions of a spec for policies that there are not: they have no effect. */
final class PolicyReferences {

  static final Code UNKNOWN_POLICY = Code.warning("spec/unknown-policy");

  private final List<String> known;
  private final DiagnosticSink sink;

  /**
   * @param known ids of all policies, whether they count for the cluster or not
   */
  PolicyReferences(List<String> known, DiagnosticSink sink) {
    this.known = known;
    this.sink = sink;
  }

  void check(Bound<Cluster> cluster) {
    Policies policies = cluster.value().spec().policies();
    Origins origins = cluster.origins();
    for (PolicyId id : policies.parameters().keySet()) {
      check(id, "parameters", origins.ofKey(policies, Policies::parameters, id));
    }
    for (PolicyId id : policies.severities().keySet()) {
      check(id, "a severity", origins.ofKey(policies, Policies::severities, id));
    }
    for (PolicyException exception : policies.exceptions()) {
      check(exception.policy(), "an exception", origins.of(exception, PolicyException::policy));
    }
  }

  private void check(PolicyId id, String what, Origin origin) {
    if (!known.contains(id.toString())) {
      Diagnostic finding =
          origin.finding(
              UNKNOWN_POLICY, "there is no policy %s that %s could count for".formatted(id, what));
      sink.report(
          finding.withHelp(
              DidYouMean.of(id.toString(), known)
                  .map(meant -> "did you mean " + meant + "?")
                  .orElse(
                      "remove it, or write a policy's id: strake policies list names them all")));
    }
  }
}
