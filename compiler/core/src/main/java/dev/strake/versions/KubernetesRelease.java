package dev.strake.versions;

import dev.strake.value.KubernetesVersion;
import java.time.LocalDate;
import java.util.List;

/**
 * A minor of Kubernetes.
 *
 * @param released the day its first patch came
 * @param endOfLife the last day of its support
 * @param newestPatch the newest that is known here; there may be newer ones
 * @param kubeadmApis versions of {@code kubeadm.k8s.io} that its kubeadm reads, newest first
 * @param authenticationApi the version of {@code apiserver.config.k8s.io} in which its API server
 *     reads an AuthenticationConfiguration
 * @see <a href="https://kubernetes.io/releases/">Kubernetes: releases</a>
 */
public record KubernetesRelease(
    MinorVersion minor,
    LocalDate released,
    LocalDate endOfLife,
    int newestPatch,
    List<String> kubeadmApis,
    String authenticationApi) {

  public KubernetesRelease {
    kubeadmApis = List.copyOf(kubeadmApis);
  }

  /** The newest patch that is known here: {@code v1.36.5}. */
  public KubernetesVersion newest() {
    return new KubernetesVersion(minor.major(), minor.minor(), newestPatch);
  }
}
