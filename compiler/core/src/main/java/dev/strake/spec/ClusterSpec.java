package dev.strake.spec;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.RelativePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("What the cluster shall be.")
public record ClusterSpec(
    @Doc("The version of the control plane and of every node, with its patch: v1.36.4.")
        KubernetesVersion kubernetesVersion,
    @Doc(
            "The version that the cluster has now. With it, what an upgrade breaks is found, and its"
                + " runbook is written. Absent: no upgrade is under way.")
        @Nullable KubernetesVersion upgradeFrom,
    @Doc("Where clients and nodes reach the API server; never changes after init.")
        ControlPlaneEndpoint controlPlaneEndpoint,
    @Doc("Address ranges and the pod network.") ClusterNetwork clusterNetwork,
    @Doc("What stands before the API servers.") LoadBalancer loadBalancer,
    @Doc(value = "Certificate authorities and certificates.", byDefault = "{}") Pki pki,
    @Doc(value = "How machines become nodes.", byDefault = "{}") Bootstrap bootstrap,
    @Doc(value = "The machines' operating system.", byDefault = "{}") OperatingSystem os,
    @Doc(value = "What runs containers.", byDefault = "{}") ContainerRuntime containerRuntime,
    @Doc("etcd and the components of the control plane.") ControlPlane controlPlane,
    @Doc(value = "What makes Services work on every node.", byDefault = "{}") KubeProxy kubeProxy,
    @Doc(value = "The kubelet's settings on all machines.", byDefault = "{}")
        ClusterKubelet kubelet,
    @Doc("The cluster's machines, in groups that share a template.") @NotEmpty
        List<NodePool> nodePools,
    @Doc(value = "How the cluster goes to the next version.", byDefault = "{}") Upgrade upgrade,
    @Doc(value = "What is saved, when, and where to.", byDefault = "{}") Backup backup,
    @Doc(value = "Storage that pods can ask for.", byDefault = "{}") Storage storage,
    @Doc(value = "What runs beside Kubernetes itself.", byDefault = "{}") Addons addons,
    @Doc("Namespaces with their guard rails.") List<ClusterNamespace> namespaces,
    @Doc("Teams, and what their manifests may touch.") List<Tenant> tenants,
    @Doc(
            value = "Directories of the repository whose manifests belong to the cluster.",
            byDefault = "[apps, manifests]")
        List<RelativePath> sources,
    @Doc(
            "Further files of kind Cluster whose sections count as if they stood here. A section"
                + " stands in one file; lists of node pools, namespaces, tenants and vendored"
                + " software are put together in the order of the files.")
        List<RelativePath> includes,
    @Doc("Charts and manifests of others, pinned in strake.lock.") List<Vendored> vendored,
    @Doc(value = "Which policies judge the cluster's objects, and how.", byDefault = "{}")
        Policies policies) {

  /** What {@link #sources} means where it is left out. */
  public static final List<RelativePath> DEFAULT_SOURCES =
      List.of(new RelativePath("apps"), new RelativePath("manifests"));
}
