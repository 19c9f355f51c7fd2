package dev.strake.generate.controlplane;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.Phase;
import dev.strake.generate.Generator;
import dev.strake.generate.OutputFolder;
import dev.strake.resolve.ResolvedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the API server reads beside kubeadm's files: the same on every control plane. */
public final class ControlPlaneGenerator implements Generator {

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    List<HostFile> files = new ControlPlaneFiles(cluster).all();
    OutputFolder folder = OutputFolder.of(cluster);
    List<Artifact> artifacts = new ArrayList<>();
    cluster
        .controlPlaneNodes()
        .forEach(
            node ->
                files.forEach(
                    file -> artifacts.add(file.in(folder, path(node.name(), file), Phase.NODE))));
    return artifacts;
  }

  /**
   * Where these files belong on each control plane, as absolute paths. The one with the keys of
   * encryption is not among them: it is written there.
   */
  public static List<String> hostPaths(ResolvedCluster cluster) {
    return new ControlPlaneFiles(cluster).all().stream().map(HostFile::path).toList();
  }

  private static ArtifactPath path(String node, HostFile file) {
    Stream<String> onHost = Stream.of(file.path().substring(1).split("/", -1));
    return ArtifactPath.of(
        Stream.concat(Stream.of("nodes", node, "files"), onHost).toArray(String[]::new));
  }
}
