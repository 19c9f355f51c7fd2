package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.Phase;
import dev.strake.generate.Generator;
import dev.strake.generate.ManifestObject;
import dev.strake.generate.OutputFolder;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Node;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Taint;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which labels and taints each Node object has because of the spec. The kubelet sets its own when
 * it registers and never again, so that all of them are here.
 */
final class NodePatchGenerator implements Generator {

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    return cluster.nodes().stream().map(node -> file(cluster, node)).toList();
  }

  private static Artifact file(ResolvedCluster cluster, ResolvedNode node) {
    SortedMap<String, String> labels = new TreeMap<>();
    node.managedLabels().forEach((key, value) -> labels.put(key.toString(), value.toString()));
    node.labels().forEach((key, value) -> labels.put(key.toString(), value.toString()));
    NodePatch patch =
        new NodePatch(
            CustomObject.Metadata.ofCluster(node.name()),
            labels,
            node.taints().stream().map(NodePatch.NodeTaint::of).toList());
    return OutputFolder.of(cluster)
        .documents(
            ArtifactPath.of("nodes", node.name(), "node-patch.yaml"),
            Phase.NODE_PATCH,
            List.of(new ManifestObject(patch, sources(cluster.origins(), node))));
  }

  private static SourceMap sources(Origins origins, ResolvedNode node) {
    SourceMap sources = SourceMap.of(origins.of(node.node()).range());
    NodeTemplate template = node.pool().template();
    for (LabelKey key : node.managedLabels().keySet()) {
      sources =
          sources.with(
              label(key), origins.ofEntry(template, NodeTemplate::managedLabels, key).range());
    }
    for (LabelKey key : node.labels().keySet()) {
      sources = sources.with(label(key), label(origins, node, key).range());
    }
    for (int i = 0; i < node.taints().size(); i++) {
      Taint taint = node.taints().get(i);
      sources = sources.with(NodePath.of("taints").index(i), origins.of(taint).range());
    }
    return sources;
  }

  private static NodePath label(LabelKey key) {
    return NodePath.of("labels").key(key.toString());
  }

  /** The node's own label counts, then its failure domain, then its pool's. */
  private static Origin label(Origins origins, ResolvedNode resolved, LabelKey key) {
    Node node = resolved.node();
    NodeTemplate template = resolved.pool().template();
    if (node.labels().containsKey(key)) {
      return origins.ofEntry(node, Node::labels, key);
    }
    LabelValue value = resolved.labels().get(key);
    boolean fromTemplate =
        template.labels().containsKey(key) && template.labels().get(key).equals(value);
    return fromTemplate
        ? origins.ofEntry(template, NodeTemplate::labels, key)
        : origins.of(node, Node::failureDomain);
  }
}
