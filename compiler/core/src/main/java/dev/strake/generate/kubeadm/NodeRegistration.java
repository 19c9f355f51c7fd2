package dev.strake.generate.kubeadm;

import java.util.List;

/**
 * How a node enters the cluster.
 *
 * @param taints never null: kubeadm takes an absent list for "the control plane's usual taint" and
 *     an empty one for "none"
 */
record NodeRegistration(
    String name, String criSocket, List<NodeTaint> taints, Arguments kubeletExtraArgs) {}
