package dev.strake.generate.node;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.FileMode;
import dev.strake.bundle.Phase;
import dev.strake.generate.OutputFolder;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
import java.util.Comparator;
import java.util.List;

/**
 * A host's folder of the output.
 *
 * @param kind {@code nodes} or {@code loadbalancers}
 * @param host its name
 * @param onHost where the host has the folder
 * @param origin what in the spec caused it
 */
record HostFolder(String kind, String host, Phase phase, String onHost, SourceRange origin) {

  /** A file of this folder, by its path in it. */
  record Entry(String name, Artifact artifact) {}

  private static final int DEPTH = 2;

  static HostFolder ofNode(String node, SourceRange origin) {
    return new HostFolder("nodes", node, Phase.NODE, HostFolders.NODE, origin);
  }

  static HostFolder ofLoadBalancer(String host, SourceRange origin) {
    return new HostFolder(
        "loadbalancers", host, Phase.LOAD_BALANCER, HostFolders.LOAD_BALANCER, origin);
  }

  /** Those of some files that are in this folder, sorted by path. */
  List<Entry> entries(List<Artifact> all) {
    List<String> folder = ArtifactPath.of(kind, host).segments();
    return all.stream()
        .filter(a -> a.path().segments().size() > DEPTH)
        .filter(a -> a.path().segments().subList(0, DEPTH).equals(folder))
        .sorted(Comparator.comparing(Artifact::path))
        .map(a -> new Entry(inFolder(a), a))
        .toList();
  }

  private static String inFolder(Artifact artifact) {
    List<String> segments = artifact.path().segments();
    return String.join("/", segments.subList(DEPTH, segments.size()));
  }

  Artifact artifact(ResolvedCluster cluster, String name, FileMode mode, String text) {
    return OutputFolder.of(cluster)
        .text(ArtifactPath.of(kind, host, name), mode, phase, origin, text);
  }
}
