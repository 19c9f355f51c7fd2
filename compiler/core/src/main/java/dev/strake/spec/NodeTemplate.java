package dev.strake.spec;

import dev.strake.value.DnsLabel;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Doc("What the machines of a pool have in common.")
public record NodeTemplate(
    @Doc(
            "A pool whose template counts where this one says nothing: maps key by key, lists as a"
                + " whole.")
        @Nullable DnsLabel inheritFrom,
    @Doc("What each machine has: cpu, memory, ephemeral-storage.")
        Map<ResourceName, Quantity> capacity,
    @Doc("Labels that the kubelet may set on its own node.") Map<LabelKey, LabelValue> labels,
    @Doc(
            "Labels that the kubelet may not set, such as node-role.kubernetes.io/worker; they are"
                + " applied through the API.")
        Map<LabelKey, LabelValue> managedLabels,
    @Doc(
            "Keeps pods away that do not tolerate them. Absent on a control plane pool: the usual"
                + " one.")
        @Nullable List<Taint> taints,
    @Doc("The kubelet's settings on these machines.") @Nullable NodeKubelet kubelet) {}
