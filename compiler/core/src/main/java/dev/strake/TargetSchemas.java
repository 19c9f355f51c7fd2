package dev.strake;

import dev.strake.schema.KubernetesSchemas;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import java.util.Optional;

/** Which version of Kubernetes manifests are judged by. */
final class TargetSchemas {

  private final Optional<KubernetesSchemas> asked;

  /**
   * @param asked empty if the request leaves it to each cluster
   */
  TargetSchemas(Optional<String> asked) {
    this.asked = asked.flatMap(KubernetesSchemas::forVersion);
  }

  /** Of a cluster; the newest known if its version is not known, or could not be read. */
  KubernetesSchemas of(Optional<Bound<Cluster>> cluster) {
    return asked
        .or(() -> cluster.flatMap(TargetSchemas::ownVersion))
        .orElseGet(KubernetesSchemas::newest);
  }

  /** Of manifests without a cluster. */
  KubernetesSchemas plain() {
    return asked.orElseGet(KubernetesSchemas::newest);
  }

  /** The release that objects are for, as {@code v1.36.4}: to the patch if the cluster says it. */
  String release(Optional<Bound<Cluster>> cluster) {
    return cluster
        .filter(c -> asked.isEmpty())
        .map(c -> c.value().spec().kubernetesVersion().toString())
        .orElseGet(() -> "v" + of(cluster).version() + ".0");
  }

  private static Optional<KubernetesSchemas> ownVersion(Bound<Cluster> cluster) {
    return KubernetesSchemas.forVersion(cluster.value().spec().kubernetesVersion().minorText());
  }
}
