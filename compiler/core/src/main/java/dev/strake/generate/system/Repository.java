package dev.strake.generate.system;

import dev.strake.spec.ClusterSpec;
import dev.strake.spec.OperatingSystem.Family;
import dev.strake.value.AbsolutePath;

/**
 * Where packages come from.
 *
 * @param name of its files on the host
 * @param uri of its packages
 * @param keyUrl of the key that signs them
 * @param fingerprint of that key; empty where the repository is somebody's own
 */
public record Repository(String name, String uri, String keyUrl, String fingerprint) {

  /**
   * isv:kubernetes OBS Project.
   *
   * @see <a href="https://kubernetes.io/blog/2023/08/15/pkgs-k8s-io-introduction/">pkgs.k8s.io:
   *     Introducing Kubernetes Community-Owned Package Repositories</a>
   */
  private static final String KUBERNETES_KEY = "DE15B14486CD377B9E876E1A234654DA9A296436";

  private static final String KUBERNETES = "https://pkgs.k8s.io";

  /**
   * Docker Release (CE deb).
   *
   * @see <a href="https://docs.docker.com/engine/install/ubuntu/">Docker: Ubuntu</a>
   */
  private static final String DOCKER_DEB_KEY = "9DC858229FC7DD38854AE2D88D81803C0EBFCD88";

  /**
   * Docker Release (CE rpm).
   *
   * @see <a href="https://docs.docker.com/engine/install/centos/">Docker: CentOS</a>
   */
  private static final String DOCKER_RPM_KEY = "060A61C51B558A7F742B77AAC52FEB6B621E9F35";

  private static final String DOCKER = "https://download.docker.com";

  /** Of kubelet, kubeadm and kubectl: one repository for each minor. */
  public static Repository kubernetes(ClusterSpec spec) {
    boolean deb = SystemFamily.of(spec.os().family()) == SystemFamily.DEBIAN;
    String base = base(spec.bootstrap().packages().repository().toString());
    String minor =
        base + "/core:/stable:/" + spec.kubernetesVersion().minorText() + (deb ? "/deb/" : "/rpm/");
    return new Repository(
        "kubernetes",
        minor,
        minor + (deb ? "Release.key" : "repodata/repomd.xml.key"),
        base.equals(KUBERNETES) ? KUBERNETES_KEY : "");
  }

  /** Of containerd.io. Docker has one tree for all of Red Hat's rebuilds, CentOS'. */
  public static Repository containerd(ClusterSpec spec) {
    Family family = spec.os().family();
    boolean deb = SystemFamily.of(family) == SystemFamily.DEBIAN;
    String base = base(spec.containerRuntime().containerd().repository().toString());
    String tree = base + "/linux/" + (deb || family == Family.rhel ? family.name() : "centos");
    String key = deb ? DOCKER_DEB_KEY : DOCKER_RPM_KEY;
    return new Repository(
        "containerd",
        deb ? tree : tree + "/$releasever/$basearch/stable",
        tree + "/gpg",
        base.equals(DOCKER) ? key : "");
  }

  private static String base(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** Where the key is on the host. */
  public AbsolutePath keyFile(SystemFamily family) {
    return new AbsolutePath(
        family == SystemFamily.DEBIAN
            ? "/etc/apt/keyrings/" + name + ".asc"
            : "/etc/pki/rpm-gpg/RPM-GPG-KEY-" + name);
  }
}
