package dev.strake.generate.kubeadm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kubeadm init} does on the first control plane node.
 *
 * @param skipPhases null to skip none
 * @param timeouts null for kubeadm's own
 */
record InitConfiguration(
    String apiVersion,
    NodeRegistration nodeRegistration,
    ApiEndpoint localAPIEndpoint,
    @Nullable List<String> skipPhases,
    @Nullable Patches patches,
    @Nullable Timeouts timeouts)
    implements KubeadmDocument {}
