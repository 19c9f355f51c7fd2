package dev.strake.check.loadbalancer;

import dev.strake.check.Repeated;
import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Host;
import dev.strake.spec.LoadBalancer.Placement;

/**
 * Two load balancer hosts of one priority: which of them carries the address is left to who started
 * first, or has the higher address.
 *
 * @see <a href="https://www.keepalived.org/manpage.html">keepalived.conf(5): priority</a>
 */
final class EqualPriorities implements SpecCheck {

  static final Code EQUAL_PRIORITIES = Code.warning("spec/equal-priorities");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    if (!(cluster.spec().spec().loadBalancer() instanceof HAProxyKeepalived balancer)
        || balancer.placement() == Placement.ControlPlane) {
      return;
    }
    Repeated priorities =
        new Repeated(EQUAL_PRIORITIES, "give each host a priority of its own", sink);
    for (Host host : balancer.hosts()) {
      priorities.add(
          host.priority(),
          "the load balancer " + host.name(),
          "priority",
          cluster.origins().of(host, Host::priority));
    }
  }
}
