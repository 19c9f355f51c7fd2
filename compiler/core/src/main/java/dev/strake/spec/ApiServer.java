package dev.strake.spec;

import dev.strake.value.HostName;
import java.util.List;

@Doc("The API server.")
public record ApiServer(
    @Doc(
            "Further names and addresses of its certificate. The endpoint, the virtual address and"
                + " the nodes are in it anyway.")
        List<HostName> certSANs) {}
