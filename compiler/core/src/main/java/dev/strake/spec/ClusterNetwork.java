package dev.strake.spec;

import dev.strake.value.Cidr;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.PortRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("Address ranges, which may not overlap, and the pod network.")
public record ClusterNetwork(
    @Doc("The network that the machines stand in.") MachineNetwork machines,
    @Doc("Pod addresses; at most one block a family. Never changes after init.") NetworkRanges pods,
    @Doc("Service addresses; at most one block a family. Never changes after init.")
        NetworkRanges services,
    @Doc(value = "The domain of Services. Never changes after init.", byDefault = "cluster.local")
        @Nullable DnsSubdomain serviceDomain,
    @Doc(
            value =
                "The prefix length of the IPv4 block that each node gets out of pods. A /24 holds"
                    + " 253 pods.",
            byDefault = "24")
        @Range(min = 1, max = 32)
        Integer nodeCIDRMaskSizeIPv4,
    @Doc(
            value = "The prefix length of the IPv6 block that each node gets out of pods.",
            byDefault = "64")
        @Range(min = 1, max = 128)
        Integer nodeCIDRMaskSizeIPv6,
    @Doc(
            value = "The ports that Services of type NodePort get on every node.",
            byDefault = "30000-32767")
        PortRange serviceNodePortRange,
    @Doc("Further ranges that nothing may touch: VPN, docker0, the company's.")
        List<Cidr> reservedCIDRBlocks,
    @Doc("The pod network's plugin.") Cni cni) {}
