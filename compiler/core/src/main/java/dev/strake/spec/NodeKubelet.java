package dev.strake.spec;

import dev.strake.value.EvictionSignal;
import dev.strake.value.EvictionThreshold;
import dev.strake.value.GoDuration;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Doc("The kubelet's settings on the machines of a pool; what is absent is the cluster's.")
public record NodeKubelet(
    @Doc("Kept for the system's own processes.") Map<ResourceName, Quantity> systemReserved,
    @Doc("Kept for kubelet and container runtime.") Map<ResourceName, Quantity> kubeReserved,
    @Doc("At what remains of a resource pods are evicted at once; signal by signal.")
        Map<EvictionSignal, EvictionThreshold> evictionHard,
    @Doc("The most pods that run on a machine.") @Range(min = 1, max = 65535)
        @Nullable Integer maxPods,
    @Doc("How long pods may take to end when a machine shuts down.")
        @Nullable GoDuration shutdownGracePeriod,
    @Doc("How much of that is kept for critical pods, which end last.")
        @Nullable GoDuration shutdownGracePeriodCriticalPods) {}
