package dev.strake.generate.loadbalancer;

import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.resolve.VirtualRouter;
import dev.strake.spec.LoadBalancer.Keepalived;
import dev.strake.value.IpAddress;
import java.util.List;
import java.util.Optional;

/** A whole keepalived.conf. */
record KeepalivedConfig(
    GlobalDefinitions global, Optional<VrrpScript> check, VrrpInstance instance) {

  static KeepalivedConfig of(ResolvedLoadBalancer balancer, VirtualRouter router) {
    Keepalived written = balancer.written().keepalived();
    VirtualAddress address = new VirtualAddress(written.virtualIP(), router.networkInterface());
    boolean hasPassword = written.authPassRef() != null && !address.isIpv6();
    // A failed check that adds nothing is none; keepalived would stop using the host.
    Optional<VrrpScript> check =
        Optional.of(VrrpScript.of(balancer.written().healthCheck(), written.checkWeight()))
            .filter(script -> script.weight() != 0);
    return new KeepalivedConfig(
        new GlobalDefinitions(router.host().name().toString()),
        check,
        new VrrpInstance(
            HaproxyConfig.API_SERVER,
            written.virtualRouterID(),
            router.host().priority(),
            written.unicast() ? unicast(balancer.routers(), router) : Optional.empty(),
            hasPassword ? LoadBalancerFiles.VRRP_AUTHENTICATION.text() : null,
            address,
            check));
  }

  /** Empty if a host has no address to talk by, or nobody to talk to. */
  private static Optional<Unicast> unicast(List<VirtualRouter> all, VirtualRouter router) {
    List<String> peers =
        all.stream()
            .filter(other -> !other.equals(router))
            .map(VirtualRouter::address)
            .flatMap(Optional::stream)
            .map(IpAddress::toString)
            .toList();
    return peers.isEmpty()
        ? Optional.empty()
        : router.address().map(source -> new Unicast(source.toString(), peers));
  }

  String text() {
    KeepalivedText text = new KeepalivedText();
    text.comment("Written by Strake from the cluster's description; change it there.");
    global.writeTo(text);
    check.ifPresent(script -> script.writeTo(text));
    instance.writeTo(text);
    return text.toString();
  }
}
