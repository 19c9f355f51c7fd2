package dev.strake.generate.node;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.FileMode;
import dev.strake.generate.host.NodeFolder;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Completes the folders of hosts, once all other files are known: bootstrap.sh installs what is
 * beside it.
 */
public final class HostFolders {

  /** Where a host has its folder {@code nodes/<node>/}. */
  public static final String NODE = "/var/lib/strake/node";

  /** Where a host has its folder {@code loadbalancers/<host>/}. */
  public static final String LOAD_BALANCER = "/var/lib/strake/loadbalancer";

  private HostFolders() {}

  /** The files that are missing in the folders of hosts. */
  public static List<Artifact> complete(ResolvedCluster cluster, List<Artifact> others) {
    List<Artifact> made = new ArrayList<>();
    for (ResolvedNode node : cluster.nodes()) {
      NodeFolder folder = new NodeFolder(cluster, node);
      InstalledFiles files = InstalledFiles.of(folder.of(others));
      SourceRange origin = cluster.origins().of(node.node()).range();
      String script = new NodeScript(cluster, node, files).text();
      made.add(folder.beside("bootstrap.sh", FileMode.EXECUTABLE, origin, script));
    }
    return made;
  }
}
