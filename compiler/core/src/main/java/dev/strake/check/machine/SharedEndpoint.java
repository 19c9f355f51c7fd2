package dev.strake.check.machine;

import dev.strake.check.Repeated;
import dev.strake.check.RepositoryCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ControlPlaneEndpoint;
import java.util.List;

/**
 * Two clusters of one repository whose API servers are to be found under one name, as they are
 * after a spec was copied. A warning: a name may mean something else at another site. Addresses are
 * {@link SharedAddress}' business.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/create-cluster-kubeadm/#considerations-about-apiserver-advertise-address-and-controlplaneendpoint">Kubernetes:
 *     the control plane's endpoint</a>
 */
public final class SharedEndpoint implements RepositoryCheck {

  static final Code SHARED_ENDPOINT = Code.warning("spec/shared-endpoint");

  @Override
  public void check(List<ResolvedCluster> clusters, DiagnosticSink sink) {
    Repeated endpoints =
        new Repeated(
            SHARED_ENDPOINT, "write a name of its own, such as api.<cluster>.example.net", sink);
    for (ResolvedCluster cluster : clusters) {
      ControlPlaneEndpoint endpoint = cluster.spec().spec().controlPlaneEndpoint();
      if (endpoint.host().address().isEmpty()) {
        endpoints.add(
            cluster.endpoint().authority(),
            "the cluster " + cluster.name(),
            "endpoint",
            cluster.origins().of(endpoint, ControlPlaneEndpoint::host));
      }
    }
  }
}
