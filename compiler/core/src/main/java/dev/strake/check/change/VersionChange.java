package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.check.version.VersionStep;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import dev.strake.value.KubernetesVersion;

/**
 * Another version of Kubernetes than before: whether the step can be made, and whether {@code
 * upgradeFrom} tells the truth about it. With it the spec's own checks look at the step.
 */
final class VersionChange implements ChangeCheck {

  static final Code UPGRADE_FROM_MISSING = Code.info("spec/upgrade-from-missing");
  static final Code UPGRADE_FROM_DIFFERS = Code.warning("spec/upgrade-from-differs");

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    ClusterSpec was = before.spec().spec();
    ClusterSpec becomes = after.spec().spec();
    KubernetesVersion from = was.kubernetesVersion();
    KubernetesVersion to = becomes.kubernetesVersion();
    if (from.equals(to)) {
      return;
    }
    Origin fromPlace = before.origins().of(was, ClusterSpec::kubernetesVersion);
    Origin toPlace = after.origins().of(becomes, ClusterSpec::kubernetesVersion);
    KubernetesVersion said = becomes.upgradeFrom();
    if (said == null) {
      new VersionStep(from, fromPlace, to, toPlace).check(sink);
      if (to.compareTo(from) > 0) {
        sink.report(
            toPlace
                .finding(
                    UPGRADE_FROM_MISSING,
                    "the cluster goes from %s to %s, and the spec does not say from where"
                        .formatted(from, to))
                .withRelated(fromPlace.range(), "as it was")
                .withHelp("write upgradeFrom: " + from));
      }
      return;
    }
    // An upgrade that was still under way may get a newer goal.
    if (!said.equals(from) && !said.equals(was.upgradeFrom())) {
      sink.report(
          after
              .origins()
              .of(becomes, ClusterSpec::upgradeFrom)
              .finding(
                  UPGRADE_FROM_DIFFERS,
                  "the cluster does not come from %s: it is at %s".formatted(said, from))
              .withRelated(fromPlace.range(), "as it was")
              .withHelp("write " + from));
    }
  }
}
