package dev.strake.check.pki;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One authority for several purposes. Whoever has a client certificate of the cluster may then also
 * read etcd, or pass for the front proxy and name himself as anybody.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/#ca-reusage-and-conflicts">Kubernetes:
 *     CA reusage and conflicts</a>
 */
final class SharedAuthority implements SpecCheck {

  static final Code SHARED_AUTHORITY = Code.warning("spec/shared-authority");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Map<PublicKey, NamedCertificate> seen = new HashMap<>();
    for (NamedCertificate named : NamedCertificate.of(cluster)) {
      Optional<PublicKey> key = named.read().map(Certificate::key);
      if (!named.isOfCluster() || key.isEmpty()) {
        continue;
      }
      NamedCertificate first = seen.putIfAbsent(key.get(), named);
      if (first != null) {
        sink.report(
            named
                .origin()
                .finding(
                    SHARED_AUTHORITY,
                    "%s is %s too: who is known to one is known to the other"
                        .formatted(first.what(), named.what()))
                .withRelated(first.origin().range(), "the same key")
                .withHelp("make an authority of its own for each of them"));
      }
    }
  }
}
