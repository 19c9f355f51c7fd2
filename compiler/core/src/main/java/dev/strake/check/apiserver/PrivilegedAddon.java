package dev.strake.check.apiserver;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Addons;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the cluster whose pods need the host, and so no more than the level privileged.
 *
 * @param needs why, for messages: {@code metallb's speaker uses the host's network}
 * @param origin where the spec asks for it
 */
record PrivilegedAddon(String namespace, String needs, Origin origin) {

  /**
   * Those that the spec asks for, by the namespaces of their own manifests.
   *
   * @see <a href="https://metallb.io/installation/#installation-by-manifest">MetalLB:
   *     installation</a>
   * @see <a
   *     href="https://github.com/flannel-io/flannel/blob/master/Documentation/kube-flannel.yml">Flannel:
   *     kube-flannel.yml</a>
   * @see <a href="https://docs.tigera.io/calico/latest/reference/installation/api">Calico:
   *     operator</a>
   */
  static List<PrivilegedAddon> of(ResolvedCluster cluster) {
    List<PrivilegedAddon> found = new ArrayList<>();
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    Origin place = cluster.origins().of(network, ClusterNetwork::cni);
    found.add(new PrivilegedAddon("kube-system", "Kubernetes' own pods use the host", place));
    network
        .cni()
        .namespaces()
        .forEach(
            name ->
                found.add(new PrivilegedAddon(name, "the pod network sets up the host's", place)));
    addAddons(cluster, found);
    return found;
  }

  private static void addAddons(ResolvedCluster cluster, List<PrivilegedAddon> found) {
    Addons addons = cluster.spec().spec().addons();
    if (addons.loadBalancerPool() != null) {
      Origin place = cluster.origins().of(addons.loadBalancerPool());
      String needs = "metallb's speaker uses the host's network";
      found.add(new PrivilegedAddon("metallb-system", needs, place));
    }
    if (addons.monitoring() != null && addons.monitoring().nodeExporter()) {
      Origin place = cluster.origins().of(addons.monitoring());
      found.add(new PrivilegedAddon("monitoring", "node-exporter reads the host", place));
    }
    if (addons.logging() != null) {
      Origin place = cluster.origins().of(addons, Addons::logging);
      found.add(new PrivilegedAddon("logging", "its agent reads the host's logs", place));
    }
  }
}
