package dev.strake.check.version;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.spec.Origin;
import dev.strake.value.KubernetesVersion;
import dev.strake.versions.KubernetesRelease;
import dev.strake.versions.KubernetesReleases;
import dev.strake.versions.MinorVersion;

/**
 * A cluster's way from one version to another. It goes up one minor at a time, because kubeadm,
 * kubelets and stored objects know no more than that; and it does not go back to an older minor,
 * because what the newer one stored the older one cannot read.
 *
 * @param toPlace where the new version is written; findings stand there
 * @see <a href="https://kubernetes.io/releases/version-skew-policy/">Kubernetes: version skew
 *     policy</a>
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade/">Kubernetes:
 *     upgrading kubeadm clusters</a>
 */
public record VersionStep(
    KubernetesVersion from, Origin fromPlace, KubernetesVersion to, Origin toPlace) {

  static final Code SKIPPED_MINOR = Code.error("spec/skipped-minor");
  static final Code DOWNGRADE = Code.error("spec/downgrade");

  /** Reports a step that leaves out a minor, or that leads back. */
  public void check(DiagnosticSink sink) {
    MinorVersion next = MinorVersion.of(from).next();
    if (MinorVersion.of(to).compareTo(next) > 0) {
      sink.report(skipped(next));
    } else if (to.compareTo(from) < 0) {
      sink.report(downgrade());
    }
  }

  private Diagnostic skipped(MinorVersion next) {
    KubernetesVersion first =
        KubernetesReleases.of(next)
            .map(KubernetesRelease::newest)
            .orElse(new KubernetesVersion(next.major(), next.minor(), 0));
    return toPlace
        .finding(
            SKIPPED_MINOR,
            "the step from %s to %s leaves out Kubernetes %s".formatted(from, to, next))
        .withRelated(fromPlace.range(), "the cluster comes from here")
        .withHelp("write %s first, and go on from there".formatted(first));
  }

  private Diagnostic downgrade() {
    boolean sameMinor = MinorVersion.of(to).equals(MinorVersion.of(from));
    Diagnostic finding =
        toPlace
            .finding(DOWNGRADE, "the step from %s to %s leads back".formatted(from, to))
            .withRelated(fromPlace.range(), "the cluster comes from here");
    return sameMinor
        ? finding
            .withSeverity(Severity.WARNING)
            .withHelp("write %s or newer, unless it is %s that fails".formatted(from, from))
        : finding.withHelp(
            "write %s or newer; the only way back to %s is a restored backup"
                .formatted(from, MinorVersion.of(to)));
  }
}
