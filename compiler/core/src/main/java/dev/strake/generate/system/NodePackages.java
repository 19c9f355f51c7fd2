package dev.strake.generate.system;

import dev.strake.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The packages of a node, by their names in its family.
 *
 * @param base what the script and kubeadm's own checks need, in whatever version there is
 * @param kubernetes of exactly one version
 */
public record NodePackages(List<String> base, List<String> kubernetes) {

  /** Debian's minimal installation has neither curl nor gpg. */
  private static final List<String> DEBIAN =
      List.of(
          "ca-certificates",
          "conntrack",
          "curl",
          "ethtool",
          "gpg",
          "iproute2",
          "iptables",
          "openssl",
          "socat");

  /** Red Hat's has curl, in a package that excludes the one of that name. */
  private static final List<String> RED_HAT =
      List.of(
          "conntrack-tools", "ethtool", "gnupg2", "iproute-tc", "iptables-nft", "openssl", "socat");

  public NodePackages {
    base = List.copyOf(base);
    kubernetes = List.copyOf(kubernetes);
  }

  /**
   * @param controlPlane whether administrators may work on the machine
   */
  public static NodePackages of(ClusterSpec spec, boolean controlPlane) {
    List<String> kubernetes = new ArrayList<>(List.of("kubelet", "kubeadm"));
    if (controlPlane) {
      kubernetes.add("kubectl");
    }
    boolean deb = SystemFamily.of(spec.os().family()) == SystemFamily.DEBIAN;
    return new NodePackages(deb ? DEBIAN : RED_HAT, kubernetes);
  }

  /** As the family's package manager writes it: {@code 1.36.4-1.1}, {@code 1.36.4}. */
  public static String kubernetesVersion(ClusterSpec spec) {
    String version = spec.kubernetesVersion().toString().substring(1);
    return SystemFamily.of(spec.os().family()) == SystemFamily.DEBIAN
        ? version + "-" + spec.bootstrap().packages().debRevision()
        : version;
  }

  /** Of containerd.io, whose revisions name the distribution: {@code 2.3.2-*}. */
  public static String containerdVersion(ClusterSpec spec) {
    String version = spec.containerRuntime().containerd().version().bare();
    return SystemFamily.of(spec.os().family()) == SystemFamily.DEBIAN ? version + "-*" : version;
  }
}
