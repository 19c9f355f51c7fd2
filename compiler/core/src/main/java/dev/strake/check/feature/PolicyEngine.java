package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.Origins;

/**
 * A namespace that shall be closed, in a cluster whose pod network enforces nothing. The API server
 * takes a NetworkPolicy all the same, and everybody believes in it.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites">Kubernetes:
 *     prerequisites of network policies</a>
 */
final class PolicyEngine implements SpecCheck {

  static final Code NO_POLICY_ENGINE = Code.error("spec/no-policy-engine");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    Origins origins = cluster.origins();
    if (network.cni().enforcesNetworkPolicies()) {
      return;
    }
    cluster.spec().spec().namespaces().stream()
        .filter(namespace -> !Boolean.FALSE.equals(namespace.defaultDeny()))
        .findFirst()
        .ifPresent(
            namespace ->
                sink.report(
                    origins
                        .of(network, ClusterNetwork::cni)
                        .finding(
                            NO_POLICY_ENGINE,
                            "the namespace %s shall be closed, and this pod network enforces no"
                                    .formatted(namespace.name())
                                + " NetworkPolicy")
                        .withRelated(
                            origins.of(namespace, ClusterNamespace::defaultDeny).range(),
                            "closed here")
                        .withHelp(
                            "write networkPolicy: true in cni, or defaultDeny: false where a"
                                + " namespace may be open")));
  }
}
