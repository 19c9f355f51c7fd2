package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ApiServer.AnonymousAuth;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.HealthCheck;
import dev.strake.spec.Origin;
import java.util.Set;

/**
 * A question that API servers answer in another way than the load balancer believes: with 200
 * although they are not ready, or never with 200, because nobody without credentials may ask it.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/health-checks/">Kubernetes: API
 *     server health endpoints</a>
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles">Kubernetes:
 *     system:public-info-viewer</a>
 */
final class HealthCheckPath implements SpecCheck {

  static final Code HEALTH_CHECK_PATH = Code.warning("spec/health-check-path");
  static final Code HEALTH_CHECK_REFUSED = Code.error("spec/health-check-refused");

  private static final String READY = "/readyz";
  private static final Set<String> HEALTH = Set.of(READY, "/livez", "/healthz");
  private static final String VERSION = "/version";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    cluster.loadBalancer().ifPresent(balancer -> check(balancer, cluster, sink));
  }

  private static void check(
      ResolvedLoadBalancer balancer, ResolvedCluster cluster, DiagnosticSink sink) {
    HealthCheck health = balancer.written().healthCheck();
    String path = health.path().toString();
    ApiServer apiServer = cluster.spec().spec().controlPlane().apiServer();
    Origin origin = cluster.origins().of(health, HealthCheck::path);
    if (apiServer.anonymousAuth() == AnonymousAuth.Disabled) {
      sink.report(
          cluster
              .origins()
              .of(apiServer, ApiServer::anonymousAuth)
              .finding(
                  HEALTH_CHECK_REFUSED,
                  "HAProxy asks without credentials and is answered 401, so it takes all API"
                      + " servers out")
              .withRelated(
                  cluster.origins().of(balancer.written(), HAProxyKeepalived::healthCheck).range(),
                  "the health check")
              .withHelp("write anonymousAuth: HealthEndpointsOnly"));
    } else if (!isAllowed(path, apiServer.anonymousAuth())) {
      sink.report(
          origin
              .finding(
                  HEALTH_CHECK_REFUSED,
                  "API servers never answer %s with 200 to somebody without credentials"
                      .formatted(path))
              .withHelp("write path: " + READY));
    } else if (!path.equals(READY)) {
      sink.report(
          origin.finding(HEALTH_CHECK_PATH, mistake(path)).withHelp("write path: " + READY));
    }
  }

  private static boolean isAllowed(String path, AnonymousAuth anonymous) {
    return HEALTH.contains(path) || (path.equals(VERSION) && anonymous == AnonymousAuth.Enabled);
  }

  private static String mistake(String path) {
    return path.equals("/healthz")
        ? "/healthz is deprecated since Kubernetes 1.16, and does not fail before a shutdown"
        : path + " is answered with 200 by an API server that is not ready yet or shutting down";
  }
}
