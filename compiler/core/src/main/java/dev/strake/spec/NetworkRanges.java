package dev.strake.spec;

import dev.strake.value.Cidr;
import java.util.List;

@Doc("Address blocks.")
public record NetworkRanges(
    @Doc("In CIDR notation, without host bits.") @NotEmpty List<Cidr> cidrBlocks) {}
