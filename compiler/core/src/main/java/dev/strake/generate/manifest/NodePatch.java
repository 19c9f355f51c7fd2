package dev.strake.generate.manifest;

import dev.strake.generate.ConfigDocument;
import dev.strake.spec.Taint;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a Node object shall have: of our own kind, so that nothing which applies manifests takes it
 * for a Node and makes one. It is no patch that the API server could take either, because a patch
 * of taints replaces all of them, also those that the node controller has set.
 *
 * @param labels each is set; others stay
 * @param taints each is set in the place of one with the same key and effect; others stay
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/#NodeSpec">NodeSpec:
 *     taints are atomic</a>
 */
record NodePatch(
    CustomObject.Metadata metadata, SortedMap<String, String> labels, List<NodeTaint> taints)
    implements ConfigDocument {

  @Override
  public String apiVersion() {
    return "strake.dev/v1alpha1";
  }

  record NodeTaint(String key, @Nullable String value, String effect) {

    static NodeTaint of(Taint taint) {
      return new NodeTaint(
          taint.key().toString(),
          taint.value() == null ? null : taint.value().toString(),
          taint.effect().name());
    }
  }
}
