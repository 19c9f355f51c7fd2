package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ApiServer.AnonymousAuth;
import dev.strake.spec.ClusterSpec;
import dev.strake.versions.Feature;
import dev.strake.versions.MinorVersion;

/**
 * Health endpoints without credentials, and nothing else, from an API server that can only answer
 * everybody or nobody.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-authenticator-configuration">Kubernetes:
 *     anonymous authenticator configuration</a>
 */
final class AnonymousConditions implements SpecCheck {

  static final Code ANONYMOUS_CONDITIONS = Code.error("spec/anonymous-conditions");

  private static final String GATE = "AnonymousAuthConfigurableEndpoints=true";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    ApiServer server = spec.controlPlane().apiServer();
    MinorVersion kubernetes = MinorVersion.of(spec.kubernetesVersion());
    Feature.Stage stage = Feature.ANONYMOUS_CONDITIONS.in(kubernetes);
    boolean ready = stage.isOn() || (stage == Feature.Stage.ALPHA && setsGate(server));
    if (server.anonymousAuth() != AnonymousAuth.HealthEndpointsOnly || ready) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(server, ApiServer::anonymousAuth)
            .finding(
                ANONYMOUS_CONDITIONS,
                "the API server of Kubernetes %s cannot limit anonymous requests to some paths"
                    .formatted(kubernetes))
            .withRelated(
                cluster.origins().of(spec, ClusterSpec::kubernetesVersion).range(),
                "the cluster's version")
            .withHelp(
                stage == Feature.Stage.ALPHA
                    ? "write Enabled, or set the gate: {name: feature-gates, value: " + GATE + "}"
                    : "write Enabled: kubeadm's own probes need an answer"));
  }

  private static boolean setsGate(ApiServer server) {
    return server.extraArgs().stream()
        .anyMatch(
            argument ->
                argument.name().text().equals("feature-gates") && argument.value().contains(GATE));
  }
}
