package dev.strake.spec;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.RelativePath;
import java.util.List;

@Doc("What the cluster shall be.")
public record ClusterSpec(
    @Doc("The version of the control plane and of every node, with its patch: v1.36.4.")
        KubernetesVersion kubernetesVersion,
    @Doc("Where clients and nodes reach the API server; never changes after init.")
        ControlPlaneEndpoint controlPlaneEndpoint,
    @Doc("Address ranges and the pod network.") ClusterNetwork clusterNetwork,
    @Doc("What stands before the API servers.") LoadBalancer loadBalancer,
    @Doc("etcd and the components of the control plane.") ControlPlane controlPlane,
    @Doc("The cluster's machines, in groups that share a template.") @NotEmpty
        List<NodePool> nodePools,
    @Doc("Namespaces with their guard rails.") List<ClusterNamespace> namespaces,
    @Doc(
            value = "Directories of the repository whose manifests belong to the cluster.",
            byDefault = "[apps, manifests]")
        List<RelativePath> sources) {}
