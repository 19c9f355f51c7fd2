/**
 * What kubeadm reads on each machine: its own configuration kinds as records, and those of kubelet
 * and kube-proxy that travel with them.
 *
 * @see <a href="https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/">kubeadm
 *     v1beta4</a>
 */
@NullMarked
package dev.strake.generate.kubeadm;

import org.jspecify.annotations.NullMarked;
