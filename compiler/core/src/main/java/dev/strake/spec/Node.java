package dev.strake.spec;

import dev.strake.value.DnsSubdomain;
import dev.strake.value.InterfaceName;
import dev.strake.value.IpAddress;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.MacAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Doc("A machine.")
public record Node(
    @Doc("Its name, which is also its Node object's, unique in the cluster.") DnsSubdomain name,
    @Doc("Its address in the machine network.") IpAddress address,
    @Doc("Its address of the other family, in a dual-stack cluster.")
        @Nullable IpAddress secondaryAddress,
    @Doc("The network interface that carries its address.") @Key("interface")
        @Nullable InterfaceName networkInterface,
    @Doc("The Ethernet address of that interface: 52:54:00:12:34:56.") @Nullable MacAddress mac,
    @Doc("Where it stands: becomes the label topology.kubernetes.io/zone.")
        @Nullable LabelValue failureDomain,
    @Doc("Labels beside its pool's; its own count.") Map<LabelKey, LabelValue> labels,
    @Doc("Taints beside its pool's.") List<Taint> taints) {}
