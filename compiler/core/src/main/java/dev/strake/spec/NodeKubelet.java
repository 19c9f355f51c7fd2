package dev.strake.spec;

import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Map;

@Doc("The kubelet's settings on the machines of a pool.")
public record NodeKubelet(
    @Doc("Kept for the system's own processes.") Map<ResourceName, Quantity> systemReserved,
    @Doc("Kept for kubelet and container runtime.") Map<ResourceName, Quantity> kubeReserved) {}
