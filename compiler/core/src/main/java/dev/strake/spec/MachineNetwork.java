package dev.strake.spec;

import dev.strake.value.Cidr;
import dev.strake.value.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("The network that the machines stand in.")
public record MachineNetwork(
    @Doc("In CIDR notation, without host bits.") @NotEmpty List<Cidr> cidrBlocks,
    @Doc("The router's address, which no machine may have.") @Nullable IpAddress gateway,
    @Doc(
            value = "The largest packet in bytes that every network card and switch passes on.",
            byDefault = "1500")
        @Range(min = 576, max = 65535)
        Integer mtu) {}
