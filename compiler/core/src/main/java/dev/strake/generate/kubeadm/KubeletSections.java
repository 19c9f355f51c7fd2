package dev.strake.generate.kubeadm;

import dev.strake.generate.ManifestObject;
import dev.strake.generate.controlplane.TransportSecurity;
import dev.strake.generate.kubeadm.KubeletConfiguration.MemorySwap;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedKubelet;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import dev.strake.spec.ClusterKubelet;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.OperatingSystem;
import dev.strake.spec.OperatingSystem.Swap;
import dev.strake.spec.Origins;
import dev.strake.yaml.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The kubelet's settings: one document for all machines, and a patch where a pool has its own. */
final class KubeletSections {

  private final ResolvedCluster cluster;
  private final ClusterSpec spec;
  private final Origins origins;

  KubeletSections(ResolvedCluster cluster) {
    this.cluster = cluster;
    this.spec = cluster.spec().spec();
    this.origins = cluster.origins();
  }

  /** What kubeadm keeps in the cluster for all kubelets. */
  ManifestObject ofCluster() {
    ResolvedKubelet settings = cluster.machines().kubelet();
    ClusterKubelet written = spec.kubelet();
    Swap swap = spec.os().swap();
    KubeletConfiguration configuration =
        new KubeletConfiguration(
            "systemd",
            cluster.networks().serviceDomain(),
            cluster.networks().dnsServiceAddresses().stream().map(Object::toString).toList(),
            cluster.machines().resolvConf().toString(),
            written.rotateCertificates(),
            written.serverTLSBootstrap(),
            TransportSecurity.LEAST_VERSION,
            TransportSecurity.CIPHER_SUITES,
            written.podPidsLimit(),
            written.seccompDefault(),
            swap == Swap.Disabled,
            swap == Swap.Disabled ? null : new MemorySwap(swap.name()),
            settings.maxPods(),
            texts(settings.evictionHard()),
            texts(settings.kubeReserved()),
            texts(settings.systemReserved()),
            settings.shutdownGracePeriod().toString(),
            settings.shutdownGracePeriodCriticalPods().toString());
    return new ManifestObject(configuration, sourcesOfCluster(settings));
  }

  private SourceMap sourcesOfCluster(ResolvedKubelet settings) {
    ClusterNetwork network = spec.clusterNetwork();
    SourceRange swap = origins.of(spec.os(), OperatingSystem::swap).range();
    SourceMap sources =
        SourceMap.of(origins.of(spec, ClusterSpec::kubelet).range())
            .with(
                NodePath.of("clusterDomain"),
                origins.of(network, ClusterNetwork::serviceDomain).range())
            .with(NodePath.of("clusterDNS"), origins.of(network, ClusterNetwork::services).range())
            .with(
                NodePath.of("resolvConf"),
                origins.of(spec.os(), OperatingSystem::resolvConf).range())
            .with(
                NodePath.of("rotateCertificates"),
                origins.of(spec.kubelet(), ClusterKubelet::rotateCertificates).range())
            .with(
                NodePath.of("serverTLSBootstrap"),
                origins.of(spec.kubelet(), ClusterKubelet::serverTLSBootstrap).range())
            .with(
                NodePath.of("podPidsLimit"),
                origins.of(spec.kubelet(), ClusterKubelet::podPidsLimit).range())
            .with(
                NodePath.of("seccompDefault"),
                origins.of(spec.kubelet(), ClusterKubelet::seccompDefault).range())
            .with(NodePath.of("failSwapOn"), swap)
            .with(NodePath.of("memorySwap"), swap);
    return withSettings(sources, settings);
  }

  /** What differs on a node from the whole cluster's settings; empty if nothing does. */
  Optional<ManifestObject> patch(ResolvedNode node) {
    ResolvedKubelet own = node.kubelet();
    ResolvedKubelet shared = cluster.machines().kubelet();
    KubeletConfiguration patch =
        new KubeletConfiguration(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            changed(own.maxPods(), shared.maxPods()),
            texts(changed(own.evictionHard(), shared.evictionHard())),
            texts(changed(own.kubeReserved(), shared.kubeReserved())),
            texts(changed(own.systemReserved(), shared.systemReserved())),
            text(changed(own.shutdownGracePeriod(), shared.shutdownGracePeriod())),
            text(
                changed(
                    own.shutdownGracePeriodCriticalPods(),
                    shared.shutdownGracePeriodCriticalPods())));
    boolean nothing =
        patch.equals(
            new KubeletConfiguration(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null));
    SourceMap sources = SourceMap.of(origins.of(own).range());
    return nothing
        ? Optional.empty()
        : Optional.of(new ManifestObject(patch, withSettings(sources, own)));
  }

  private SourceMap withSettings(SourceMap sources, ResolvedKubelet settings) {
    return sources
        .with(NodePath.of("maxPods"), origins.of(settings, ResolvedKubelet::maxPods).range())
        .with(
            NodePath.of("evictionHard"),
            origins.of(settings, ResolvedKubelet::evictionHard).range())
        .with(
            NodePath.of("kubeReserved"),
            origins.of(settings, ResolvedKubelet::kubeReserved).range())
        .with(
            NodePath.of("systemReserved"),
            origins.of(settings, ResolvedKubelet::systemReserved).range())
        .with(
            NodePath.of("shutdownGracePeriod"),
            origins.of(settings, ResolvedKubelet::shutdownGracePeriod).range())
        .with(
            NodePath.of("shutdownGracePeriodCriticalPods"),
            origins.of(settings, ResolvedKubelet::shutdownGracePeriodCriticalPods).range());
  }

  private static <T> @Nullable T changed(T own, T shared) {
    return Objects.equals(own, shared) ? null : own;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Null for a map without entries: kubelet and kubeadm take both for nothing. */
  private static @Nullable Map<String, String> texts(@Nullable SortedMap<?, ?> values) {
    if (values == null || values.isEmpty()) {
      return null;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((name, value) -> texts.put(name.toString(), value.toString()));
    return texts;
  }
}
