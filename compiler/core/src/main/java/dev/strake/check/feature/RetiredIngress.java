package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Vendored;

/**
 * ingress-nginx, which nobody maintains since March 2026: what is found in it stays open, at the
 * one place of the cluster that strangers talk to.
 *
 * @see <a href="https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/">Kubernetes:
 *     ingress-nginx retirement</a>
 */
final class RetiredIngress implements SpecCheck {

  static final Code RETIRED_INGRESS = Code.warning("spec/retired-ingress");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    VendoredSoftware.find(cluster, "ingress-nginx")
        .ifPresent(
            vendored ->
                sink.report(
                    cluster
                        .origins()
                        .of(vendored, Vendored::name)
                        .finding(
                            RETIRED_INGRESS,
                            "ingress-nginx has not been maintained since March 2026")
                        .withHelp(
                            "write addons.ingress with haproxy-ingress, traefik or contour, or move"
                                + " to the Gateway API")));
  }
}
