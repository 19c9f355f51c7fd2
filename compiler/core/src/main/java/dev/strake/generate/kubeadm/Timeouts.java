package dev.strake.generate.kubeadm;

import dev.strake.spec.Bootstrap;
import dev.strake.value.GoDuration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long kubeadm waits; null for what is kubeadm's own default. */
record Timeouts(
    @Nullable String controlPlaneComponentHealthCheck,
    @Nullable String kubeletHealthCheck,
    @Nullable String kubernetesAPICall,
    @Nullable String etcdAPICall,
    @Nullable String tlsBootstrap,
    @Nullable String discovery,
    @Nullable String upgradeManifests) {

  /** Null if all are kubeadm's own. */
  static @Nullable Timeouts of(Bootstrap.Timeouts written) {
    Timeouts timeouts =
        new Timeouts(
            unless("4m", written.controlPlaneComponentHealthCheck()),
            unless("4m", written.kubeletHealthCheck()),
            unless("1m", written.kubernetesAPICall()),
            unless("2m", written.etcdAPICall()),
            unless("5m", written.tlsBootstrap()),
            unless("5m", written.discovery()),
            unless("5m", written.upgradeManifests()));
    return timeouts.isUsual() ? null : timeouts;
  }

  private static @Nullable String unless(String usual, GoDuration written) {
    return GoDuration.parse(usual).orThrow().compareTo(written) == 0 ? null : written.toString();
  }

  private boolean isUsual() {
    return Stream.of(
            controlPlaneComponentHealthCheck,
            kubeletHealthCheck,
            kubernetesAPICall,
            etcdAPICall,
            tlsBootstrap,
            discovery,
            upgradeManifests)
        .allMatch(timeout -> timeout == null);
  }
}
