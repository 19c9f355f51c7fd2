package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer;
import dev.strake.spec.Origin;
import dev.strake.value.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A name of the API server's certificate that is written twice; one of them was meant otherwise.
 */
final class RepeatedCertificateName implements SpecCheck {

  static final Code REPEATED_CERT_NAME = Code.info("spec/repeated-cert-name");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ApiServer server = cluster.spec().spec().controlPlane().apiServer();
    List<HostName> names = server.certSANs();
    Map<HostName, Origin> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Origin place = cluster.origins().of(server, ApiServer::certSANs, i);
      Origin first = seen.putIfAbsent(names.get(i), place);
      if (first != null) {
        sink.report(
            place
                .finding(REPEATED_CERT_NAME, "%s is there twice".formatted(names.get(i)))
                .withRelated(first.range(), "the same name")
                .withHelp("leave it out, or write the name that was meant"));
      }
    }
  }
}
