package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.ContainerRuntime.Containerd;
import dev.strake.versions.Feature;
import dev.strake.versions.MinorVersion;

/**
 * containerd that keeps control groups itself, beside systemd. kubeadm has the kubelet use systemd,
 * so that pods end as soon as they start; a kubelet that asks containerd follows it instead, and
 * then two managers of one hierarchy are at odds under load.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/container-runtimes/#cgroup-drivers">Kubernetes:
 *     cgroup drivers</a>
 * @see <a href="https://github.com/kubernetes/kubernetes/issues/117293">kubernetes#117293</a>
 */
final class CgroupDriver implements SpecCheck {

  static final Code CGROUP_DRIVER = Code.error("spec/cgroup-driver");

  /** The first containerd that tells the kubelet. */
  private static final MinorVersion TELLS = new MinorVersion(2, 0);

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    Containerd containerd = spec.containerRuntime().containerd();
    if (containerd.systemdCgroup()) {
      return;
    }
    boolean kubeletAsks =
        Feature.CGROUP_DRIVER_FROM_CRI.in(MinorVersion.of(spec.kubernetesVersion())).isOn();
    boolean follows = kubeletAsks && MinorVersion.of(containerd.version()).compareTo(TELLS) >= 0;
    Diagnostic finding =
        cluster
            .origins()
            .of(containerd, Containerd::systemdCgroup)
            .finding(
                CGROUP_DRIVER,
                follows
                    ? "containerd and systemd keep control groups side by side"
                    : "containerd keeps control groups itself, and the kubelet leaves them to"
                        + " systemd")
            .withHelp("write true, or leave it out");
    sink.report(follows ? finding.withSeverity(Severity.WARNING) : finding);
  }
}
