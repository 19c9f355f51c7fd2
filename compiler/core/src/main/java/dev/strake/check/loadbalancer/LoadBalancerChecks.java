package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on load balancers and the endpoint. */
public final class LoadBalancerChecks {

  private LoadBalancerChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new EndpointAddress(),
        new EndpointPort(),
        new PortConflict(),
        new BalancerHosts(),
        new EqualPriorities(),
        new CheckWeight(),
        new VirtualIpPrefix(),
        new VirtualIpReach(),
        new HealthCheckPath(),
        new HealthCheckPace(),
        new HealthCheckTrust());
  }
}
