package dev.strake.versions;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.SemanticVersion;
import java.util.List;

/**
 * What kubeadm of a release runs beside Kubernetes' own images; each patch may bring others.
 *
 * @param from the release with which kubeadm began to name them
 * @param etcdTag {@code 3.6.8-0}
 * @param coreDnsTag {@code v1.14.2}
 * @param pauseTag {@code 3.10.2}
 * @see <a
 *     href="https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-config/#cmd-config-images-list">kubeadm
 *     config images list</a>
 */
public record KubeadmImages(
    KubernetesVersion from, String etcdTag, String coreDnsTag, String pauseTag) {

  private static final String REGISTRY = "registry.k8s.io/";

  private static final List<KubeadmImages> ALL =
      Table.load("kubeadm-images.tsv", "from", "etcd", "coredns", "pause").rows().stream()
          .map(
              row ->
                  new KubeadmImages(
                      row.release("from"),
                      row.text("etcd"),
                      row.text("coredns"),
                      row.text("pause")))
          .toList();

  /**
   * The images of a release. One that is newer than what is known gets the newest images, one that
   * is older the oldest; ask {@link KubernetesReleases} whether it is known.
   */
  public static KubeadmImages of(KubernetesVersion version) {
    KubeadmImages found = ALL.get(0);
    for (KubeadmImages images : ALL) {
      if (images.from.compareTo(version) <= 0) {
        found = images;
      }
    }
    return found;
  }

  static List<KubeadmImages> all() {
    return ALL;
  }

  /** {@code registry.k8s.io/etcd:3.6.8-0}. */
  public String etcd() {
    return REGISTRY + "etcd:" + etcdTag;
  }

  /** {@code registry.k8s.io/coredns/coredns:v1.14.2}. */
  public String coreDns() {
    return REGISTRY + "coredns/coredns:" + coreDnsTag;
  }

  /** {@code registry.k8s.io/pause:3.10.2}. */
  public String pause() {
    return REGISTRY + "pause:" + pauseTag;
  }

  /** etcd's own version, without the image's revision: {@code 3.6.8}. */
  public SemanticVersion etcdVersion() {
    return SemanticVersion.parse(etcdTag.substring(0, etcdTag.indexOf('-'))).orThrow();
  }
}
