package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.LoadBalancer.HealthCheck;
import dev.strake.spec.LoadBalancer.Verify;

/**
 * Health checks that believe any certificate: whoever answers at an API server's address gets
 * connections. Clients verify for themselves, so that this costs availability, not secrets.
 *
 * @see <a href="https://docs.haproxy.org/2.8/configuration.html#5.2-verify">HAProxy: verify</a>
 */
final class HealthCheckTrust implements SpecCheck {

  static final Code HEALTH_CHECK_UNVERIFIED = Code.info("spec/health-check-unverified");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    cluster
        .loadBalancer()
        .map(balancer -> balancer.written().healthCheck())
        .filter(health -> health.verify() == Verify.None)
        .ifPresent(
            health ->
                sink.report(
                    cluster
                        .origins()
                        .of(health, HealthCheck::verify)
                        .finding(HEALTH_CHECK_UNVERIFIED, "health checks believe any certificate")
                        .withHelp("write verify: ClusterCA")));
  }
}
