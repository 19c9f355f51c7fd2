package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Host;
import dev.strake.spec.LoadBalancer.Placement;
import dev.strake.spec.Origins;
import java.util.List;

/**
 * Load balancers on machines of their own without any, on control planes with others named, or on
 * one machine that nobody takes over from.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubeadm/blob/main/docs/ha-considerations.md#keepalived-and-haproxy">kubeadm:
 *     keepalived and HAProxy</a>
 */
final class BalancerHosts implements SpecCheck {

  static final Code BALANCER_HOSTS = Code.error("spec/balancer-hosts");
  static final Code SINGLE_BALANCER = Code.warning("spec/single-balancer");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    if (!(cluster.spec().spec().loadBalancer() instanceof HAProxyKeepalived balancer)) {
      return;
    }
    Origins origins = cluster.origins();
    List<Host> hosts = balancer.hosts();
    if (balancer.placement() == Placement.ControlPlane) {
      if (!hosts.isEmpty()) {
        sink.report(
            origins
                .of(balancer, HAProxyKeepalived::hosts)
                .finding(
                    BALANCER_HOSTS,
                    "the load balancer runs on the control planes, and has hosts of its own")
                .withRelated(
                    origins.of(balancer, HAProxyKeepalived::placement).range(), "its placement")
                .withHelp("leave out hosts, or write placement: Dedicated"));
      }
    } else if (hosts.isEmpty()) {
      sink.report(
          origins
              .of(balancer, HAProxyKeepalived::hosts)
              .finding(BALANCER_HOSTS, "the load balancer has no host to run on")
              .withHelp("write two hosts, or placement: ControlPlane"));
    } else if (hosts.size() == 1) {
      sink.report(
          origins
              .of(hosts.get(0), Host::name)
              .finding(
                  SINGLE_BALANCER,
                  "nobody takes over from %s, the only load balancer"
                      .formatted(hosts.get(0).name()))
              .withHelp("add a second host with another priority"));
    }
  }
}
