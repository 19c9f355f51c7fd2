package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.ContainerRuntime.Containerd;
import dev.strake.versions.ContainerdReleases;
import dev.strake.versions.MinorVersion;

/**
 * A containerd that is older than what goes with this Kubernetes.
 *
 * @see <a
 *     href="https://github.com/containerd/containerd/blob/main/RELEASES.md#kubernetes-support">containerd:
 *     Kubernetes support</a>
 */
final class ContainerdVersion implements SpecCheck {

  static final Code CONTAINERD_VERSION = Code.warning("spec/containerd-version");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    Containerd containerd = spec.containerRuntime().containerd();
    MinorVersion kubernetes = MinorVersion.of(spec.kubernetesVersion());
    ContainerdReleases.least(kubernetes, containerd.version())
        .ifPresent(
            least ->
                sink.report(
                    cluster
                        .origins()
                        .of(containerd, Containerd::version)
                        .finding(
                            CONTAINERD_VERSION,
                            "containerd %s is too old for Kubernetes %s"
                                .formatted(containerd.version().bare(), kubernetes))
                        .withRelated(
                            cluster.origins().of(spec, ClusterSpec::kubernetesVersion).range(),
                            "the cluster's version")
                        .withHelp("write %s or newer".formatted(least))));
  }
}
