package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.OperatingSystem;
import dev.strake.versions.Feature;
import dev.strake.versions.MinorVersion;
import dev.strake.versions.OsRelease;
import java.util.Optional;

/**
 * An operating system with control groups of version 1, on which the kubelet does not start. A
 * warning, because a kernel's command line can change it, which the spec does not say.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/architecture/cgroups/#deprecation-of-cgroup-v1">Kubernetes:
 *     deprecation of cgroup v1</a>
 */
final class CgroupVersion implements SpecCheck {

  static final Code CGROUP_V1 = Code.warning("spec/cgroup-v1");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    OperatingSystem os = spec.os();
    MinorVersion kubernetes = MinorVersion.of(spec.kubernetesVersion());
    if (os.version() == null || !Feature.KUBELET_FAILS_ON_CGROUP_V1.in(kubernetes).isOn()) {
      return;
    }
    Optional<OsRelease> release = OsRelease.of(os.family().toString(), os.version());
    if (release.isPresent() && release.get().cgroup() == OsRelease.Cgroup.V1) {
      sink.report(finding(cluster, release.get(), kubernetes));
    }
  }

  private static Diagnostic finding(
      ResolvedCluster cluster, OsRelease release, MinorVersion kubernetes) {
    ClusterSpec spec = cluster.spec().spec();
    String newer =
        OsRelease.longestSupported(release.family()).map(OsRelease::release).orElse("a newer one");
    return cluster
        .origins()
        .of(spec.os(), OperatingSystem::version)
        .finding(
            CGROUP_V1,
            "%s has control groups of version 1, and the kubelet of %s does not start on them"
                .formatted(release, kubernetes))
        .withRelated(
            cluster.origins().of(spec, ClusterSpec::kubernetesVersion).range(),
            "the cluster's version")
        .withHelp(
            "install %s, or boot the machines with systemd.unified_cgroup_hierarchy=1"
                .formatted(newer));
  }
}
