package dev.strake.check.version;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.ContainerRuntime.Containerd;
import dev.strake.spec.OperatingSystem;
import dev.strake.spec.Origin;
import dev.strake.value.OsVersion;
import dev.strake.versions.ContainerdReleases;
import dev.strake.versions.KubernetesRelease;
import dev.strake.versions.KubernetesReleases;
import dev.strake.versions.MinorVersion;
import dev.strake.versions.OsRelease;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A release that the cluster uses, and whose support has an end that is known.
 *
 * @param name for messages: {@code Kubernetes 1.33}
 * @param end the last day of support
 * @param instead what to write
 */
record SupportedRelease(String name, LocalDate end, Origin place, String instead) {

  static List<SupportedRelease> of(ResolvedCluster cluster, LocalDate asOf) {
    return Stream.of(kubernetes(cluster, asOf), containerd(cluster), operatingSystem(cluster))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<SupportedRelease> kubernetes(ResolvedCluster cluster, LocalDate asOf) {
    ClusterSpec spec = cluster.spec().spec();
    Origin place = cluster.origins().of(spec, ClusterSpec::kubernetesVersion);
    return KubernetesReleases.of(spec.kubernetesVersion())
        .map(
            release ->
                new SupportedRelease(
                    "Kubernetes " + release.minor(),
                    release.endOfLife(),
                    place,
                    newer(release, asOf)));
  }

  private static String newer(KubernetesRelease release, LocalDate asOf) {
    MinorVersion next = release.minor().next();
    return KubernetesReleases.of(next)
        .map(
            after ->
                "upgrade to %s%s"
                    .formatted(
                        after.newest(),
                        after.endOfLife().isBefore(asOf) ? ", and on from there" : ""))
        .orElse("upgrade to a release of " + next);
  }

  private static Optional<SupportedRelease> containerd(ResolvedCluster cluster) {
    Containerd containerd = cluster.spec().spec().containerRuntime().containerd();
    MinorVersion minor = MinorVersion.of(containerd.version());
    return ContainerdReleases.endOfLife(minor)
        .map(
            end ->
                new SupportedRelease(
                    "containerd " + minor,
                    end,
                    cluster.origins().of(containerd, Containerd::version),
                    "write a release of " + ContainerdReleases.newest()));
  }

  private static Optional<SupportedRelease> operatingSystem(ResolvedCluster cluster) {
    OperatingSystem os = cluster.spec().spec().os();
    OsVersion version = os.version();
    if (version == null) {
      return Optional.empty();
    }
    String family = os.family().toString();
    return OsRelease.of(family, version)
        .map(
            release ->
                new SupportedRelease(
                    release.toString(),
                    release.endOfLife(),
                    cluster.origins().of(os, OperatingSystem::version),
                    "install "
                        + OsRelease.longestSupported(family).map(Object::toString).orElse(family)));
  }
}
