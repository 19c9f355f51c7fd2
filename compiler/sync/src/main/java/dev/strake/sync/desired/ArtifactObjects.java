package dev.strake.sync.desired;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.bundle.Artifact;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;

/** The objects in a file of a bundle. */
final class ArtifactObjects {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ArtifactObjects() {}

  /**
   * In the file's order.
   *
   * @throws IllegalStateException if the file, which a compiler wrote, cannot be read
   */
  static List<DesiredObject> read(Artifact artifact) {
    List<DesiredObject> objects = new ArrayList<>();
    for (YamlDocument document :
        YamlReader.withDefaultLimits()
            .read(
                artifact.file(),
                finding -> {
                  throw new IllegalStateException(artifact.path() + ": " + finding.message());
                })
            .documents()) {
      JsonNode tree = JSON.valueToTree(YamlTree.of(document.root()));
      if (tree instanceof ObjectNode object) {
        KubernetesObject wanted =
            NodePatchObject.is(object) ? NodePatchObject.node(object) : KubernetesObject.of(object);
        objects.add(desired(wanted, artifact));
      }
    }
    return objects;
  }

  private static DesiredObject desired(KubernetesObject object, Artifact artifact) {
    return new DesiredObject(object, artifact.phase(), DependsOn.read(object), artifact.origin());
  }
}
