package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;

/**
 * No control plane node: nobody would run {@code kubeadm init}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/create-cluster-kubeadm/">Kubernetes:
 *     creating a cluster with kubeadm</a>
 */
final class NoControlPlane implements SpecCheck {

  static final Code NO_CONTROL_PLANE = Code.error("spec/no-control-plane");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    if (cluster.controlPlaneNodes().findAny().isEmpty()) {
      sink.report(
          cluster
              .origins()
              .of(cluster.spec().spec(), ClusterSpec::nodePools)
              .finding(NO_CONTROL_PLANE, "the cluster has no control plane node")
              .withHelp("add a pool with role: ControlPlane and one node or three"));
    }
  }
}
