package dev.strake.spec;

import dev.strake.value.DnsSubdomain;
import dev.strake.value.IpAddress;
import dev.strake.value.LabelValue;
import org.jspecify.annotations.Nullable;

@Doc("A machine.")
public record Node(
    @Doc("Its name, which is also its Node object's, unique in the cluster.") DnsSubdomain name,
    @Doc("Its address in the machine network.") IpAddress address,
    @Doc("Where it stands: becomes the label topology.kubernetes.io/zone.")
        @Nullable LabelValue failureDomain) {}
