package dev.strake.generate.host;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.FileMode;
import dev.strake.bundle.Phase;
import dev.strake.generate.ManifestObject;
import dev.strake.generate.OutputFolder;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import dev.strake.value.AbsolutePath;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A node's folder of the output: {@code nodes/<node>/}. */
public final class NodeFolder {

  private final OutputFolder output;
  private final String node;

  public NodeFolder(ResolvedCluster cluster, ResolvedNode node) {
    this.output = OutputFolder.of(cluster);
    this.node = node.name();
  }

  /**
   * A file that bootstrap.sh installs.
   *
   * @param path on the host; below {@code files/} in the output
   * @param origin what in the spec caused it
   */
  public Artifact file(AbsolutePath path, SourceRange origin, String text) {
    return output.text(inOutput(path), FileMode.REGULAR, Phase.NODE, origin, text);
  }

  /**
   * A YAML file of one document that bootstrap.sh installs.
   *
   * @param path on the host; below {@code files/} in the output
   */
  public Artifact document(AbsolutePath path, ManifestObject object) {
    return output.documents(inOutput(path), Phase.NODE, List.of(object));
  }

  private ArtifactPath inOutput(AbsolutePath path) {
    Stream<String> names = Arrays.stream(path.text().substring(1).split("/", -1));
    return ArtifactPath.of(
        Stream.concat(Stream.of("nodes", node, "files"), names).toArray(String[]::new));
  }

  /** A file beside bootstrap.sh. */
  public Artifact beside(String name, FileMode mode, SourceRange origin, String text) {
    return output.text(ArtifactPath.of("nodes", node, name), mode, Phase.NODE, origin, text);
  }
}
