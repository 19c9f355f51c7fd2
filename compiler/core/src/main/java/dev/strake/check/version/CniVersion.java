package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Vendored;
import dev.strake.versions.CniRelease;
import dev.strake.versions.MinorVersion;

/**
 * A pod network that was not tested with this Kubernetes. It mostly works for a release or two, and
 * when it does not, no pod gets an address.
 *
 * @see <a
 *     href="https://docs.tigera.io/calico/latest/getting-started/kubernetes/requirements#supported-versions">Calico:
 *     supported versions</a>
 * @see <a href="https://docs.cilium.io/en/stable/network/kubernetes/compatibility/">Cilium:
 *     Kubernetes compatibility</a>
 */
final class CniVersion implements SpecCheck {

  static final Code CNI_VERSION = Code.warning("spec/cni-version");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    MinorVersion kubernetes = MinorVersion.of(spec.kubernetesVersion());
    for (VendoredCni cni : VendoredCni.of(cluster)) {
      CniRelease.of(cni.plugin(), cni.minor())
          .filter(release -> !release.isTestedWith(kubernetes))
          .ifPresent(
              release ->
                  sink.report(
                      finding(cluster, cni, release, kubernetes)
                          .withRelated(
                              cluster.origins().of(spec, ClusterSpec::kubernetesVersion).range(),
                              "the cluster's version")));
    }
  }

  private static Diagnostic finding(
      ResolvedCluster cluster, VendoredCni cni, CniRelease release, MinorVersion kubernetes) {
    Diagnostic finding =
        cluster
            .origins()
            .of(cni.written(), Vendored::version)
            .finding(
                CNI_VERSION,
                "%s %s was tested with Kubernetes %s to %s, not with %s"
                    .formatted(
                        cni.plugin(), cni.minor(), release.from(), release.to(), kubernetes));
    return CniRelease.newestFor(cni.plugin(), kubernetes)
        .map(better -> finding.withHelp("choose a release of %s".formatted(better.release())))
        .orElseGet(
            () ->
                finding.withHelp(
                    "no release known here was; stay with Kubernetes %s, or try it out first"
                        .formatted(release.to())));
  }
}
