package dev.strake.check.bootstrap;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ApiServer.AnonymousAuth;
import dev.strake.spec.Bootstrap;
import dev.strake.spec.Bootstrap.Discovery;
import dev.strake.spec.Origin;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Discovery by token with an API server that answers nobody without credentials. Joining nodes read
 * kube-public/cluster-info before they have any.
 *
 * @see <a href="https://github.com/kubernetes/kubeadm/issues/1105">kubeadm: join without anonymous
 *     requests</a>
 */
final class AnonymousDiscovery implements SpecCheck {

  static final Code ANONYMOUS_DISCOVERY = Code.error("spec/anonymous-discovery");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Bootstrap bootstrap = cluster.spec().spec().bootstrap();
    if (bootstrap.discovery() != Discovery.BootstrapToken || cluster.nodes().size() < 2) {
      return;
    }
    restriction(cluster)
        .ifPresent(
            place ->
                sink.report(
                    cluster
                        .origins()
                        .of(bootstrap, Bootstrap::discovery)
                        .finding(
                            ANONYMOUS_DISCOVERY,
                            "joining nodes read kube-public/cluster-info without credentials, and"
                                + " the API server refuses that")
                        .withRelated(place.range(), "refused here")
                        .withHelp("write discovery: File, with pki.caCertificates")));
  }

  private static Optional<Origin> restriction(ResolvedCluster cluster) {
    ApiServer server = cluster.spec().spec().controlPlane().apiServer();
    if (server.anonymousAuth() != AnonymousAuth.Enabled) {
      return Optional.of(cluster.origins().of(server, ApiServer::anonymousAuth));
    }
    return IntStream.range(0, server.extraArgs().size())
        .filter(i -> server.extraArgs().get(i).name().text().equals("anonymous-auth"))
        .filter(i -> server.extraArgs().get(i).value().equalsIgnoreCase("false"))
        .mapToObj(i -> cluster.origins().of(server, ApiServer::extraArgs, i))
        .findFirst();
  }
}
