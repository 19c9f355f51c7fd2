package dev.strake.resolve;

import dev.strake.value.Cidr;
import dev.strake.value.IpAddress;
import java.util.List;

/**
 * Address ranges and what follows from them.
 *
 * @param serviceDomain of Services: {@code cluster.local}
 * @param dnsServiceAddresses the tenth address of each service block, as kubeadm gives it to
 *     CoreDNS
 * @param apiServiceAddresses the first address of each service block: the kubernetes Service
 */
public record ResolvedNetworks(
    List<Cidr> machines,
    List<Cidr> pods,
    List<Cidr> services,
    String serviceDomain,
    List<IpAddress> dnsServiceAddresses,
    List<IpAddress> apiServiceAddresses) {}
