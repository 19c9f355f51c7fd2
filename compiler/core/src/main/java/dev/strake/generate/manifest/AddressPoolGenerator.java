package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Addons.LoadBalancerPool;
import dev.strake.value.AddressPool;
import dev.strake.yaml.NodePath;
import java.util.List;

/**
 * The addresses of Services of type LoadBalancer, and that the nodes answer for them.
 *
 * @see <a href="https://metallb.io/configuration/#layer-2-configuration">MetalLB: Layer 2</a>
 */
final class AddressPoolGenerator implements Generator {

  private static final String API_VERSION = "metallb.io/v1beta1";
  private static final String NAMESPACE = "metallb-system";
  private static final String POOL = "cluster";

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    LoadBalancerPool pool = cluster.spec().spec().addons().loadBalancerPool();
    if (pool == null) {
      return List.of();
    }
    ManifestFiles files = new ManifestFiles(cluster);
    SourceMap place = SourceMap.of(cluster.origins().of(pool).range());
    SourceMap addresses = place;
    for (int i = 0; i < pool.addresses().size(); i++) {
      addresses =
          addresses.with(
              NodePath.of("spec", "addresses").index(i),
              cluster.origins().of(pool, LoadBalancerPool::addresses, i).range());
    }
    CustomObject.Metadata metadata = new CustomObject.Metadata(POOL, NAMESPACE);
    List<String> ranges = pool.addresses().stream().map(AddressPool::text).toList();
    return List.of(
        files.of(new IPAddressPool(metadata, new PoolSpec(ranges)), addresses),
        files.of(new L2Advertisement(metadata, new AdvertisementSpec(List.of(POOL))), place));
  }

  record IPAddressPool(Metadata metadata, PoolSpec spec) implements CustomObject {
    @Override
    public String apiVersion() {
      return API_VERSION;
    }
  }

  record PoolSpec(List<String> addresses) {}

  record L2Advertisement(Metadata metadata, AdvertisementSpec spec) implements CustomObject {
    @Override
    public String apiVersion() {
      return API_VERSION;
    }
  }

  record AdvertisementSpec(List<String> ipAddressPools) {}
}
