package dev.strake.generate.kubeadm;

import org.jspecify.annotations.Nullable;

/** What {@code kubeadm init} does on the first control plane node. */
record InitConfiguration(
    NodeRegistration nodeRegistration, ApiEndpoint localAPIEndpoint, @Nullable Patches patches)
    implements KubeadmDocument {}
