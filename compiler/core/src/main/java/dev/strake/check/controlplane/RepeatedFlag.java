package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A flag that is written twice. kubeadm passes on both, and of most flags a component takes the
 * last.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/#kubeadm-k8s-io-v1beta4-Arg">kubeadm:
 *     Arg</a>
 */
final class RepeatedFlag implements SpecCheck {

  static final Code REPEATED_FLAG = Code.info("spec/repeated-flag");

  /** Made to be written several times. */
  private static final Set<String> SEVERAL =
      Set.of("service-account-issuer", "service-account-key-file", "tls-sni-cert-key");

  private record Flag(String component, String name) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Map<Flag, AddedFlag> seen = new HashMap<>();
    for (AddedFlag flag : AddedFlag.of(cluster)) {
      AddedFlag first = seen.putIfAbsent(new Flag(flag.component(), flag.name()), flag);
      if (first != null && !SEVERAL.contains(flag.name())) {
        sink.report(
            flag.named()
                .finding(
                    REPEATED_FLAG,
                    "%s gets %s twice, and most likely takes the last"
                        .formatted(flag.component(), flag.name()))
                .withRelated(first.named().range(), "the first")
                .withHelp("write it once; several values of a list stand in one, with commas"));
      }
    }
  }
}
