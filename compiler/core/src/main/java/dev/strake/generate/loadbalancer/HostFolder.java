package dev.strake.generate.loadbalancer;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.FileMode;
import dev.strake.bundle.Phase;
import dev.strake.generate.OutputFolder;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
import dev.strake.spec.LoadBalancer.Host;
import dev.strake.value.AbsolutePath;
import java.util.Arrays;
import java.util.stream.Stream;

/** The files of one load balancer host: {@code loadbalancers/<host>/}. */
final class HostFolder {

  private final OutputFolder output;
  private final String host;
  private final SourceRange origin;

  HostFolder(ResolvedCluster cluster, Host host) {
    this.output = OutputFolder.of(cluster);
    this.host = host.name().toString();
    this.origin = cluster.origins().of(host).range();
  }

  /** A file beside bootstrap.sh, under the last part of its path on the host. */
  Artifact main(AbsolutePath path, FileMode mode, String text) {
    String name = path.text().substring(path.text().lastIndexOf('/') + 1);
    return artifact(ArtifactPath.of("loadbalancers", host, name), mode, origin, text);
  }

  /** A file below {@code files/}, under its path on the host. */
  Artifact other(AbsolutePath path, SourceRange cause, String text) {
    Stream<String> folder = Stream.of("loadbalancers", host, "files");
    Stream<String> parts = Arrays.stream(path.text().substring(1).split("/"));
    ArtifactPath inOutput = ArtifactPath.of(Stream.concat(folder, parts).toArray(String[]::new));
    return artifact(inOutput, FileMode.REGULAR, cause, text);
  }

  /** The same, because of the host itself. */
  Artifact other(AbsolutePath path, String text) {
    return other(path, origin, text);
  }

  private Artifact artifact(ArtifactPath path, FileMode mode, SourceRange cause, String text) {
    return output.text(path, mode, Phase.LOAD_BALANCER, cause, text);
  }
}
