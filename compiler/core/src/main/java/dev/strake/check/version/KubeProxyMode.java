package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.KubeProxy;
import dev.strake.versions.Feature;
import dev.strake.versions.MinorVersion;

/**
 * kube-proxy's mode nftables in a release that does not have it, or not finished.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-mode-nftables">Kubernetes:
 *     nftables proxy mode</a>
 */
final class KubeProxyMode implements SpecCheck {

  static final Code KUBE_PROXY_MODE = Code.error("spec/kube-proxy-mode");

  private static final Feature NFTABLES = Feature.KUBE_PROXY_NFTABLES;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    MinorVersion kubernetes = MinorVersion.of(spec.kubernetesVersion());
    Feature.Stage stage = NFTABLES.in(kubernetes);
    if (spec.kubeProxy().mode() != KubeProxy.Mode.nftables || stage == Feature.Stage.STABLE) {
      return;
    }
    MinorVersion stable = NFTABLES.since(Feature.Stage.STABLE).orElseThrow();
    Diagnostic finding =
        cluster
            .origins()
            .of(spec.kubeProxy(), KubeProxy::mode)
            .finding(
                KUBE_PROXY_MODE,
                stage.isOn()
                    ? "kube-proxy's mode nftables is beta in Kubernetes %s, and stable from %s"
                        .formatted(kubernetes, stable)
                    : "kube-proxy of Kubernetes %s has no mode nftables unless a gate is set"
                        .formatted(kubernetes))
            .withRelated(
                cluster.origins().of(spec, ClusterSpec::kubernetesVersion).range(),
                "the cluster's version")
            .withHelp("write kubeProxy: {mode: iptables}");
    sink.report(stage.isOn() ? finding.withSeverity(Severity.INFO) : finding);
  }
}
