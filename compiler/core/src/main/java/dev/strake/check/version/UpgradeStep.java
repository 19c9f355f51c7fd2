package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import dev.strake.value.KubernetesVersion;

/** An upgrade that the spec describes and that cannot be made, or that there is no need of. */
final class UpgradeStep implements SpecCheck {

  static final Code UPGRADE_TO_ITSELF = Code.warning("spec/upgrade-to-itself");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    KubernetesVersion from = spec.upgradeFrom();
    if (from == null) {
      return;
    }
    KubernetesVersion to = spec.kubernetesVersion();
    Origin fromPlace = cluster.origins().of(spec, ClusterSpec::upgradeFrom);
    Origin toPlace = cluster.origins().of(spec, ClusterSpec::kubernetesVersion);
    if (from.equals(to)) {
      sink.report(
          fromPlace
              .finding(UPGRADE_TO_ITSELF, "%s is the version that the cluster has".formatted(from))
              .withRelated(toPlace.range(), "and that it shall have")
              .withHelp("leave out upgradeFrom, or write a newer kubernetesVersion"));
      return;
    }
    new VersionStep(from, fromPlace, to, toPlace).check(sink);
  }
}
