package dev.strake.spec;

import dev.strake.value.HostName;
import dev.strake.value.Port;

@Doc("Where clients and nodes reach the API server.")
public record ControlPlaneEndpoint(
    @Doc("A DNS name or an IP address.") HostName host,
    @Doc(value = "The port on the load balancer.", byDefault = "6443") Port port) {}
