package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ContainerRuntime.Containerd;
import dev.strake.spec.OperatingSystem;
import dev.strake.spec.Origin;
import dev.strake.spec.Vendored;
import dev.strake.versions.CniRelease;
import dev.strake.versions.ContainerdReleases;
import dev.strake.versions.MinorVersion;
import dev.strake.versions.OsRelease;

/**
 * A release of containerd, of a pod network or of an operating system that nothing is known of, so
 * that nobody takes the silence of the other checks for consent.
 */
final class KnownReleases implements SpecCheck {

  static final Code RELEASE_UNKNOWN = Code.info("spec/release-unknown");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    containerd(cluster, sink);
    operatingSystem(cluster, sink);
    for (VendoredCni cni : VendoredCni.of(cluster)) {
      if (CniRelease.of(cni.plugin(), cni.minor()).isEmpty()) {
        Origin place = cluster.origins().of(cni.written(), Vendored::version);
        report(cni.plugin() + " " + cni.minor(), "the Kubernetes that it works with", place, sink);
      }
    }
  }

  private static void containerd(ResolvedCluster cluster, DiagnosticSink sink) {
    Containerd containerd = cluster.spec().spec().containerRuntime().containerd();
    MinorVersion minor = MinorVersion.of(containerd.version());
    if (ContainerdReleases.endOfLife(minor).isEmpty()) {
      Origin place = cluster.origins().of(containerd, Containerd::version);
      report("containerd " + minor, "the end of its support", place, sink);
    }
  }

  private static void operatingSystem(ResolvedCluster cluster, DiagnosticSink sink) {
    OperatingSystem os = cluster.spec().spec().os();
    if (os.version() != null && OsRelease.of(os.family().toString(), os.version()).isEmpty()) {
      Origin place = cluster.origins().of(os, OperatingSystem::version);
      report(os.family() + " " + os.version(), "its control groups and its support", place, sink);
    }
  }

  private static void report(String release, String unchecked, Origin place, DiagnosticSink sink) {
    sink.report(
        place
            .finding(
                RELEASE_UNKNOWN,
                "nothing is known here of %s: %s could not be checked"
                    .formatted(release, unchecked))
            .withHelp("check the number, or look it up in the release notes"));
  }
}
