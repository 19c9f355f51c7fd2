package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.KubeProxy;
import dev.strake.spec.OperatingSystem;
import dev.strake.versions.MinorVersion;
import dev.strake.versions.OsRelease;

/**
 * kube-proxy's mode nftables on a kernel that it refuses. A warning, because newer kernels can be
 * installed, which the spec does not say.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-mode-nftables">Kubernetes:
 *     nftables proxy mode</a>
 */
final class KubeProxyKernel implements SpecCheck {

  static final Code KUBE_PROXY_KERNEL = Code.warning("spec/kube-proxy-kernel");

  private static final MinorVersion LEAST = new MinorVersion(5, 13);

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    OperatingSystem os = cluster.spec().spec().os();
    KubeProxy proxy = cluster.spec().spec().kubeProxy();
    if (os.version() == null || proxy.mode() != KubeProxy.Mode.nftables) {
      return;
    }
    OsRelease.of(os.family().toString(), os.version())
        .filter(release -> release.kernel().compareTo(LEAST) < 0)
        .ifPresent(
            release ->
                sink.report(
                    cluster
                        .origins()
                        .of(os, OperatingSystem::version)
                        .finding(
                            KUBE_PROXY_KERNEL,
                            "%s comes with Linux %s, and kube-proxy's mode nftables asks for %s"
                                .formatted(release, release.kernel(), LEAST))
                        .withRelated(
                            cluster.origins().of(proxy, KubeProxy::mode).range(), "the mode")
                        .withHelp(
                            "write kubeProxy: {mode: iptables}, or install a newer kernel or"
                                + " release")));
  }
}
