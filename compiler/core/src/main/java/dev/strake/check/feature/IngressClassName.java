package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.CertManagerAddon;
import dev.strake.spec.CertManagerAddon.ClusterIssuer;
import dev.strake.spec.CertManagerAddon.Http01;
import dev.strake.spec.IngressAddon;

/**
 * An issuer whose challenges nobody answers, because no ingress has its class. A warning: another
 * controller than the add-on may have it.
 *
 * @see <a href="https://cert-manager.io/docs/configuration/acme/http01/">cert-manager: HTTP01</a>
 */
final class IngressClassName implements SpecCheck {

  static final Code UNKNOWN_INGRESS_CLASS = Code.warning("spec/unknown-ingress-class");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    CertManagerAddon certificates = cluster.spec().spec().addons().certManager();
    if (certificates == null) {
      return;
    }
    IngressAddon ingress = cluster.spec().spec().addons().ingress();
    for (ClusterIssuer issuer : certificates.clusterIssuers()) {
      Http01 solver = issuer.acme().solver().http01();
      if (ingress == null || !ingress.className().equals(solver.ingressClassName())) {
        Diagnostic finding =
            cluster
                .origins()
                .of(solver, Http01::ingressClassName)
                .finding(
                    UNKNOWN_INGRESS_CLASS,
                    "no ingress of the spec has the class %s, so that nobody answers %s's challenges"
                        .formatted(solver.ingressClassName(), issuer.name()));
        sink.report(
            ingress == null
                ? finding.withHelp(
                    "write addons.ingress: {controller: haproxy-ingress, className: %s}"
                        .formatted(solver.ingressClassName()))
                : finding
                    .withRelated(
                        cluster.origins().of(ingress, IngressAddon::className).range(),
                        "the class that there is")
                    .withHelp("write ingressClassName: " + ingress.className()));
      }
    }
  }
}
