package dev.strake.generate.loadbalancer;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.FileMode;
import dev.strake.bundle.Phase;
import dev.strake.generate.Generator;
import dev.strake.generate.OutputFolder;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.LoadBalancer.Host;
import java.util.List;

/** haproxy.cfg of every load balancer host. */
public final class HaproxyGenerator implements Generator {

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    if (cluster.loadBalancer().isEmpty()) {
      return List.of();
    }
    String text = HaproxyConfig.of(cluster, null).text();
    return cluster.loadBalancer().get().hosts().stream()
        .map(host -> file(cluster, host, text))
        .toList();
  }

  private static Artifact file(ResolvedCluster cluster, Host host, String text) {
    return OutputFolder.of(cluster)
        .text(
            ArtifactPath.of("loadbalancers", host.name().toString(), "haproxy.cfg"),
            FileMode.REGULAR,
            Phase.LOAD_BALANCER,
            cluster.origins().of(host).range(),
            text);
  }
}
