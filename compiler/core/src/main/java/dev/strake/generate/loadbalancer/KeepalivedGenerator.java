package dev.strake.generate.loadbalancer;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.FileMode;
import dev.strake.generate.Generator;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.resolve.VirtualRouter;
import java.util.List;
import java.util.stream.Stream;

/** keepalived.conf of every load balancer host, and the script that it checks the host with. */
public final class KeepalivedGenerator implements Generator {

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    return cluster.loadBalancer().stream()
        .flatMap(
            balancer ->
                balancer.routers().stream().flatMap(router -> files(cluster, balancer, router)))
        .toList();
  }

  private static Stream<Artifact> files(
      ResolvedCluster cluster, ResolvedLoadBalancer balancer, VirtualRouter router) {
    HostFolder folder = new HostFolder(cluster, router.host());
    String configuration = KeepalivedConfig.of(balancer, router).text();
    return Stream.of(
        folder.main(LoadBalancerFiles.KEEPALIVED, FileMode.REGULAR, configuration),
        folder.main(LoadBalancerFiles.CHECK, FileMode.EXECUTABLE, CheckScript.of(balancer)),
        folder.other(LoadBalancerFiles.KEEPALIVED_UNIT, RestartUnit.OF_KEEPALIVED));
  }
}
