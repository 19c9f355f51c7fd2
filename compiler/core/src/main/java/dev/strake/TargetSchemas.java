package dev.strake;

import dev.strake.schema.KubernetesSchemas;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import java.util.List;
import java.util.Optional;

/** Which version of Kubernetes manifests are judged by. Loads what is asked for only. */
final class TargetSchemas {

  private final Optional<String> asked;

  /**
   * @param asked empty if the request leaves it to each cluster
   */
  TargetSchemas(Optional<String> asked) {
    this.asked = asked.flatMap(TargetSchemas::known);
  }

  /** Of a cluster; the newest known if its version is not known, or could not be read. */
  KubernetesSchemas of(Optional<Bound<Cluster>> cluster) {
    return KubernetesSchemas.forVersion(version(cluster)).orElseThrow();
  }

  /** The number behind the dot of the same version. */
  int minorOf(Optional<Bound<Cluster>> cluster) {
    return KubernetesSchemas.minorOf(version(cluster));
  }

  /** Of manifests without a cluster. */
  KubernetesSchemas plain() {
    return of(Optional.empty());
  }

  int plainMinor() {
    return minorOf(Optional.empty());
  }

  private String version(Optional<Bound<Cluster>> cluster) {
    List<String> versions = KubernetesSchemas.versions();
    return asked
        .or(() -> cluster.flatMap(TargetSchemas::ownVersion))
        .orElseGet(() -> versions.get(versions.size() - 1));
  }

  private static Optional<String> ownVersion(Bound<Cluster> cluster) {
    return known(cluster.value().spec().kubernetesVersion().minorText());
  }

  private static Optional<String> known(String version) {
    return KubernetesSchemas.parseVersion(version).match(Optional::of, bad -> Optional.empty());
  }
}
