package dev.strake.generate.node;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.FileMode;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.generate.node.HostFolder.Entry;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.resolve.ResolvedNode;
import dev.strake.resolve.VirtualRouter;
import dev.strake.spec.Bootstrap.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Completes the folders of hosts, once all other files are known: bootstrap.sh installs what is
 * beside it, and cloud-init.yaml carries all of it.
 */
public final class HostFolders {

  /** Where a host has its folder {@code nodes/<node>/}. */
  public static final String NODE = "/var/lib/strake/node";

  /** Where a host has its folder {@code loadbalancers/<host>/}. */
  public static final String LOAD_BALANCER = "/var/lib/strake/loadbalancer";

  private final ResolvedCluster cluster;
  private final List<Artifact> others;
  private final List<Artifact> made = new ArrayList<>();
  private final CloudInitSizes sizes;

  private HostFolders(ResolvedCluster cluster, List<Artifact> others) {
    this.cluster = cluster;
    this.others = others;
    this.sizes = new CloudInitSizes(cluster);
  }

  /** The files that are missing in the folders of hosts. */
  public static List<Artifact> complete(
      ResolvedCluster cluster, List<Artifact> others, DiagnosticSink sink) {
    HostFolders folders = new HostFolders(cluster, others);
    Map<String, CloudInit> balancers = new TreeMap<>();
    for (VirtualRouter router : folders.routers()) {
      balancers.put(router.host().name().toString(), folders.loadBalancer(router));
    }
    for (ResolvedNode node : cluster.nodes()) {
      folders.node(node, folders.isColocated() ? balancers.remove(node.name()) : null);
    }
    balancers.values().forEach(folders::cloudInit);
    folders.sizes.report(sink);
    return List.copyOf(folders.made);
  }

  private List<VirtualRouter> routers() {
    return cluster.loadBalancer().map(ResolvedLoadBalancer::routers).orElse(List.of());
  }

  private boolean isColocated() {
    return cluster.loadBalancer().filter(ResolvedLoadBalancer::isColocated).isPresent();
  }

  private CloudInit loadBalancer(VirtualRouter router) {
    HostFolder folder =
        HostFolder.ofLoadBalancer(
            router.host().name().toString(), cluster.origins().of(router.host()).range());
    List<Entry> entries = folder.entries(others);
    ResolvedLoadBalancer balancer = cluster.loadBalancer().orElseThrow();
    String script =
        new LoadBalancerScript(cluster, balancer, router, InstalledFiles.of(entries)).text();
    return CloudInit.of(folder, withScript(folder, entries, script));
  }

  /**
   * @param balancer that runs on the same machine, which has one user-data for both
   */
  private void node(ResolvedNode node, @Nullable CloudInit balancer) {
    HostFolder folder = HostFolder.ofNode(node.name(), cluster.origins().of(node.node()).range());
    List<Entry> entries = folder.entries(others);
    String script = new NodeScript(cluster, node, InstalledFiles.of(entries)).text();
    CloudInit own = CloudInit.of(folder, withScript(folder, entries, script));
    cloudInit(Optional.ofNullable(balancer).map(own::after).orElse(own));
  }

  private List<Entry> withScript(HostFolder folder, List<Entry> entries, String script) {
    Artifact bootstrap = folder.artifact(cluster, "bootstrap.sh", FileMode.EXECUTABLE, script);
    made.add(bootstrap);
    List<Entry> all = new ArrayList<>(entries);
    all.add(new Entry("bootstrap.sh", bootstrap));
    return all;
  }

  private void cloudInit(CloudInit cloudInit) {
    if (cluster.machines().formats().contains(Format.cloudInit)) {
      String text = cloudInit.text();
      sizes.note(cloudInit.folder().host(), text);
      made.add(cloudInit.folder().artifact(cluster, "cloud-init.yaml", FileMode.REGULAR, text));
    }
  }
}
