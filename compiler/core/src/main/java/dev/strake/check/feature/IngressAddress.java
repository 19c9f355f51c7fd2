package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Addons;
import dev.strake.spec.IngressAddon;
import dev.strake.spec.IngressAddon.IngressService;
import dev.strake.spec.IngressAddon.ServiceType;

/**
 * An ingress whose Service waits for an address that nobody hands out. Some other controller may;
 * the spec says nothing of one.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer">Kubernetes:
 *     Services of type LoadBalancer</a>
 */
final class IngressAddress implements SpecCheck {

  static final Code NO_INGRESS_ADDRESS = Code.warning("spec/no-ingress-address");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Addons addons = cluster.spec().spec().addons();
    IngressAddon ingress = addons.ingress();
    if (ingress == null
        || ingress.service().type() != ServiceType.LoadBalancer
        || addons.loadBalancerPool() != null
        || VendoredSoftware.has(cluster, "metallb", "purelb", "kube-vip-cloud-provider")) {
      return;
    }
    IngressService service = ingress.service();
    boolean written = cluster.origins().isWritten(service, IngressService::type);
    sink.report(
        (written
                ? cluster.origins().of(service, IngressService::type)
                : cluster.origins().of(ingress))
            .finding(
                NO_INGRESS_ADDRESS,
                "the ingress waits for an address, and nobody hands out addresses")
            .withHelp(
                "write loadBalancerPool with addresses of the machine network, or service: {type:"
                    + " NodePort}"));
  }
}
