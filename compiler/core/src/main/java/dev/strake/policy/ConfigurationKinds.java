package dev.strake.policy;

import java.util.List;
import java.util.Optional;

/**
 * What policies on components and on specs judge: documents that no API serves, and so without a
 * resource.
 *
 * @see <a href="https://kubernetes.io/docs/reference/config-api/">Kubernetes: configuration
 *     APIs</a>
 */
final class ConfigurationKinds {

  /** What policies of {@link PolicyScope#SPEC} judge. */
  static final ObjectKind CLUSTER = kind("strake.dev", "v1alpha1", "Cluster");

  private static final List<ObjectKind> COMPONENTS =
      List.of(
          kind("kubeadm.k8s.io", "v1beta4", "ClusterConfiguration"),
          kind("kubeadm.k8s.io", "v1beta4", "InitConfiguration"),
          kind("kubeadm.k8s.io", "v1beta4", "JoinConfiguration"),
          kind("kubelet.config.k8s.io", "v1beta1", "KubeletConfiguration"),
          kind("kubeproxy.config.k8s.io", "v1alpha1", "KubeProxyConfiguration"),
          kind("apiserver.config.k8s.io", "v1", "AuthenticationConfiguration"),
          kind("apiserver.config.k8s.io", "v1", "AuthorizationConfiguration"),
          kind("apiserver.config.k8s.io", "v1", "EncryptionConfiguration"),
          kind("audit.k8s.io", "v1", "Policy"));

  private ConfigurationKinds() {}

  private static ObjectKind kind(String group, String version, String kind) {
    return new ObjectKind(group, version, kind, "", List.of());
  }

  static Optional<ObjectKind> find(String group, String kind) {
    return COMPONENTS.stream()
        .filter(known -> known.group().equals(group) && known.kind().equals(kind))
        .findFirst();
  }

  /** As {@code Kind.group}, for people. */
  static List<String> names() {
    return COMPONENTS.stream().map(ObjectKind::toString).toList();
  }
}
