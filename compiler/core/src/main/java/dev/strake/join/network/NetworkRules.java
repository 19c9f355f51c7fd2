package dev.strake.join.network;

import dev.strake.join.BundleRule;
import java.util.List;

/** The rules of this package. */
public final class NetworkRules {

  private NetworkRules() {}

  public static List<BundleRule> all() {
    return List.of(
        new ServiceSelectsNothing(),
        new ServiceTargetPort(),
        new ServiceSelectorUnique(),
        new IngressBackend(),
        new IngressHostPathUnique(),
        new IngressClassExists(),
        new GatewayBackend(),
        DefaultDeny.ingress(),
        DefaultDeny.egress(),
        new PolicySelectsNothing(),
        new PolicyOfHostNetwork(),
        new PolicyPeerExists(),
        new PolicyPortExists(),
        new ExternalDnsUnique(),
        new MonitorSelectsNothing(),
        new DnsEgress());
  }
}
