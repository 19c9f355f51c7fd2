package dev.strake.spec;

import dev.strake.value.Cidr;
import dev.strake.value.DnsSubdomain;
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
    @Doc("Further ranges that nothing may touch: VPN, docker0, the company's.")
        List<Cidr> reservedCIDRBlocks,
    @Doc("The pod network's plugin.") Cni cni) {}
