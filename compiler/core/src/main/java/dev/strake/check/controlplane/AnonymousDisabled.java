package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ApiServer.AnonymousAuth;
import dev.strake.spec.ClusterSpec;
import dev.strake.versions.Feature;
import dev.strake.versions.MinorVersion;

/**
 * An API server that answers nobody without credentials. The probes that kubeadm writes into its
 * static pod have none: the kubelet kills a server that is well, again and again, and {@code
 * kubeadm init} waits for it in vain.
 *
 * @see <a href="https://github.com/kubernetes/kubeadm/issues/798">kubeadm: liveness probes with
 *     --anonymous-auth=false</a>
 * @see <a href="https://github.com/kubernetes/kubeadm/issues/3174">kubeadm: waiting with
 *     anonymous-auth=false</a>
 */
final class AnonymousDisabled implements SpecCheck {

  static final Code ANONYMOUS_DISABLED = Code.error("spec/anonymous-disabled");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    ApiServer server = spec.controlPlane().apiServer();
    if (server.anonymousAuth() != AnonymousAuth.Disabled) {
      return;
    }
    boolean limits =
        Feature.ANONYMOUS_CONDITIONS.in(MinorVersion.of(spec.kubernetesVersion())).isOn();
    sink.report(
        cluster
            .origins()
            .of(server, ApiServer::anonymousAuth)
            .finding(
                ANONYMOUS_DISABLED,
                "the kubelet asks the API server for its health without credentials, and would"
                    + " restart it forever")
            .withHelp(
                limits
                    ? "write HealthEndpointsOnly: it answers nothing else"
                    : "write Enabled: before Kubernetes 1.32 it cannot be limited to health"
                        + " endpoints"));
  }
}
