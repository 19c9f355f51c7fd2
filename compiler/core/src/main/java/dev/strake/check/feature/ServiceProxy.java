package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Cni;
import dev.strake.spec.KubeProxy;
import dev.strake.spec.Origin;

/**
 * A cluster in which nobody makes Services work, or two do. Without kube-proxy and without a pod
 * network that does its work, not even DNS is reached.
 *
 * @see <a href="https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/">Cilium:
 *     Kubernetes without kube-proxy</a>
 */
final class ServiceProxy implements SpecCheck {

  static final Code SERVICE_PROXY = Code.error("spec/service-proxy");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    Cni.ServiceProxy proxy = spec.clusterNetwork().cni().serviceProxy();
    boolean runs = spec.kubeProxy().mode() != KubeProxy.Mode.None;
    Origin mode = cluster.origins().of(spec.kubeProxy(), KubeProxy::mode);
    Origin network = cluster.origins().of(spec.clusterNetwork(), ClusterNetwork::cni);
    if (runs && proxy == Cni.ServiceProxy.YES) {
      Diagnostic finding =
          network.finding(
              SERVICE_PROXY, "kube-proxy runs, and the pod network does its work as well");
      Diagnostic related =
          cluster.origins().isWritten(spec.kubeProxy(), KubeProxy::mode)
              ? finding.withRelated(mode.range(), "kube-proxy")
              : finding;
      sink.report(
          related.withHelp("write kubeProxy: {mode: None}, or kubeProxyReplacement: false"));
    } else if (!runs && proxy == Cni.ServiceProxy.ON_REQUEST) {
      report(mode, network, "write kubeProxyReplacement: true in cni", sink);
    } else if (!runs && proxy == Cni.ServiceProxy.NO) {
      report(
          mode,
          network,
          "write mode: nftables, or cni: {type: Cilium, kubeProxyReplacement: true}",
          sink);
    }
  }

  private static void report(Origin mode, Origin network, String help, DiagnosticSink sink) {
    sink.report(
        mode.finding(
                SERVICE_PROXY,
                "kube-proxy does not run, and the pod network does not do its work: no Service is"
                    + " reached")
            .withRelated(network.range(), "the pod network")
            .withHelp(help));
  }
}
