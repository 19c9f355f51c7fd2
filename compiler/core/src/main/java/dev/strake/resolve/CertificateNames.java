package dev.strake.resolve;

import dev.strake.spec.Cluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.LoadBalancer;
import dev.strake.spec.NodePool;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names and addresses under which anybody reaches an API server. kubeadm adds the first service
 * address, {@code kubernetes.default.svc} and its like by itself, and the node's own only on that
 * node; a certificate that is made once for all of them needs the others too.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/best-practices/certificates/#all-certificates">Kubernetes:
 *     PKI certificates</a>
 */
final class CertificateNames {

  private CertificateNames() {}

  /** The endpoint, the virtual address, the control planes by name and address, then the rest. */
  static List<String> of(Cluster cluster) {
    ClusterSpec spec = cluster.spec();
    Set<String> names = new LinkedHashSet<>();
    names.add(spec.controlPlaneEndpoint().host().toString());
    names.addAll(virtualAddress(spec.loadBalancer()));
    for (NodePool pool : spec.nodePools()) {
      if (pool.role() == NodePool.Role.ControlPlane) {
        pool.nodes()
            .forEach(
                node -> {
                  names.add(node.name().toString());
                  names.add(node.address().toString());
                  if (node.secondaryAddress() != null) {
                    names.add(node.secondaryAddress().toString());
                  }
                });
      }
    }
    spec.controlPlane().apiServer().certSANs().forEach(name -> names.add(name.toString()));
    return List.copyOf(names);
  }

  private static List<String> virtualAddress(LoadBalancer balancer) {
    if (balancer instanceof LoadBalancer.HAProxyKeepalived own) {
      return List.of(own.keepalived().virtualIP().address().toString());
    }
    return balancer instanceof LoadBalancer.KubeVIP kubeVip
        ? List.of(kubeVip.virtualIP().toString())
        : List.of();
  }
}
