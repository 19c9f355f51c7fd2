package dev.strake.spec;

import dev.strake.value.EvictionSignal;
import dev.strake.value.EvictionThreshold;
import dev.strake.value.GoDuration;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Map;

@Doc("The kubelet's settings on all machines, unless their pool has others.")
public record ClusterKubelet(
    @Doc(value = "The most pods that run on a machine.", byDefault = "110")
        @Range(min = 1, max = 65535)
        Integer maxPods,
    @Doc(
            "At what remains of a resource pods are evicted at once. Absent: the kubelet's own,"
                + " memory.available 100Mi, nodefs.available 10%, nodefs.inodesFree 5%,"
                + " imagefs.available 15%.")
        Map<EvictionSignal, EvictionThreshold> evictionHard,
    @Doc("Kept for the system's own processes.") Map<ResourceName, Quantity> systemReserved,
    @Doc("Kept for kubelet and container runtime.") Map<ResourceName, Quantity> kubeReserved,
    @Doc(value = "The kubelet renews its client certificate itself.", byDefault = "true")
        Boolean rotateCertificates,
    @Doc(
            value =
                "The kubelet asks the cluster for its serving certificate; somebody must approve"
                    + " it: addons.kubeletCSRApprover.",
            byDefault = "false")
        Boolean serverTLSBootstrap,
    @Doc(
            value =
                "The most processes of a pod, threads counted. One that forks without end then stops"
                    + " itself instead of its machine.",
            byDefault = "4096")
        @Range(min = 1, max = 4194304)
        Integer podPidsLimit,
    @Doc(
            value =
                "Containers that say nothing of seccomp get the runtime's own profile, which refuses"
                    + " system calls that hardly any program needs.",
            byDefault = "true")
        Boolean seccompDefault,
    @Doc(
            value = "How long pods may take to end when a machine shuts down. 0s: no waiting.",
            byDefault = "0s")
        GoDuration shutdownGracePeriod,
    @Doc(value = "How much of that is kept for critical pods, which end last.", byDefault = "0s")
        GoDuration shutdownGracePeriodCriticalPods) {}
