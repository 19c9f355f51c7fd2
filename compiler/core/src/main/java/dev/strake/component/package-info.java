/**
 * Component configuration (kubeadm, kubelet, kube-proxy) judged as strictly as the components
 * themselves judge it when they start, without any of them: fields and types as Go's strict decoder
 * sees them, then each component's own validation.
 */
@NullMarked
package dev.strake.component;

import org.jspecify.annotations.NullMarked;
