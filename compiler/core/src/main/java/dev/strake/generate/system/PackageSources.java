package dev.strake.generate.system;

import dev.strake.spec.ClusterSpec;
import dev.strake.value.AbsolutePath;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells a package manager its repositories, and which versions it may choose by itself.
 *
 * @see <a href="https://manpages.debian.org/stable/apt/sources.list.5.en.html">sources.list(5)</a>
 * @see <a
 *     href="https://manpages.debian.org/stable/apt/apt_preferences.5.en.html">apt_preferences(5)</a>
 * @see <a href="https://dnf.readthedocs.io/en/latest/conf_ref.html">dnf.conf(5)</a>
 */
final class PackageSources {

  private static final AbsolutePath APT_SOURCE =
      new AbsolutePath("/etc/apt/sources.list.d/kubernetes.sources");
  private static final AbsolutePath APT_PREFERENCES =
      new AbsolutePath("/etc/apt/preferences.d/strake.pref");
  private static final AbsolutePath KUBERNETES_REPO =
      new AbsolutePath("/etc/yum.repos.d/kubernetes.repo");
  private static final AbsolutePath CONTAINERD_REPO =
      new AbsolutePath("/etc/yum.repos.d/containerd.repo");

  private PackageSources() {}

  /** Files by path. */
  static SortedMap<AbsolutePath, String> of(ClusterSpec spec) {
    SortedMap<AbsolutePath, String> files = new TreeMap<>();
    Repository kubernetes = Repository.kubernetes(spec);
    if (SystemFamily.of(spec.os().family()) == SystemFamily.DEBIAN) {
      files.put(APT_SOURCE, aptSource(kubernetes));
      files.put(APT_PREFERENCES, preferences(spec));
    } else {
      boolean held = spec.bootstrap().packages().hold();
      List<String> packages =
          List.of("kubelet", "kubeadm", "kubectl", "cri-tools", "kubernetes-cni");
      files.put(KUBERNETES_REPO, repo(kubernetes, held ? packages : List.of()));
      List<String> runtime = List.of("containerd.io");
      files.put(CONTAINERD_REPO, repo(Repository.containerd(spec), held ? runtime : List.of()));
    }
    return files;
  }

  private static String aptSource(Repository repository) {
    return SystemGenerator.HEADER
        + "Types: deb\n"
        + ("URIs: " + repository.uri() + "\n")
        + "Suites: /\n"
        + ("Signed-By: " + repository.keyFile(SystemFamily.DEBIAN) + "\n");
  }

  /** Below 1000, so that apt never goes back to an older version by itself. */
  private static String preferences(ClusterSpec spec) {
    return SystemGenerator.HEADER
        + "Package: kubeadm kubectl kubelet\n"
        + ("Pin: version " + NodePackages.kubernetesVersion(spec) + "\n")
        + "Pin-Priority: 990\n"
        + "\n"
        + "Package: containerd.io\n"
        + ("Pin: version " + NodePackages.containerdVersion(spec) + "\n")
        + "Pin-Priority: 990\n";
  }

  private static String repo(Repository repository, List<String> excluded) {
    return SystemGenerator.HEADER
        + ("[" + repository.name() + "]\n")
        + ("name=" + repository.name() + "\n")
        + ("baseurl=" + repository.uri() + "\n")
        + "enabled=1\n"
        + "gpgcheck=1\n"
        + ("gpgkey=file://" + repository.keyFile(SystemFamily.RED_HAT) + "\n")
        + (excluded.isEmpty() ? "" : "exclude=" + String.join(" ", excluded) + "\n");
  }
}
