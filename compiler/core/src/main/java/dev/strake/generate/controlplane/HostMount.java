package dev.strake.generate.controlplane;

import dev.strake.source.SourceRange;

/**
 * A part of the host's file system that a component sees.
 *
 * @param name unique among the component's mounts, those of kubeadm included
 * @param path the same on the host and in the component
 * @param pathType what the kubelet asks of the path, or makes of it: {@code DirectoryOrCreate}
 * @param origin what in the spec caused it
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/#kubeadm-k8s-io-v1beta4-HostPathMount">kubeadm:
 *     HostPathMount</a>
 */
public record HostMount(
    String name, String path, boolean readOnly, String pathType, SourceRange origin) {}
