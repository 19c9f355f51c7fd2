package dev.strake.generate.loadbalancer;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.FileMode;
import dev.strake.generate.Generator;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.spec.LoadBalancer.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** haproxy.cfg of every load balancer host, and the certificate that it verifies servers with. */
public final class HaproxyGenerator implements Generator {

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    return cluster.loadBalancer().map(balancer -> files(cluster, balancer)).orElse(List.of());
  }

  private static List<Artifact> files(ResolvedCluster cluster, ResolvedLoadBalancer balancer) {
    Optional<ClusterAuthority> authority = ClusterAuthority.of(cluster, balancer);
    String caFile = authority.isPresent() ? LoadBalancerFiles.CLUSTER_CA.text() : null;
    String text = HaproxyConfig.of(cluster, balancer, caFile).text();
    List<Artifact> files = new ArrayList<>();
    for (Host host : balancer.hosts()) {
      HostFolder folder = new HostFolder(cluster, host);
      files.add(folder.main(LoadBalancerFiles.HAPROXY, FileMode.REGULAR, text));
      files.add(folder.other(LoadBalancerFiles.HAPROXY_UNIT, RestartUnit.OF_HAPROXY));
      authority.map(ca -> ca.file(folder)).ifPresent(files::add);
    }
    return files;
  }
}
