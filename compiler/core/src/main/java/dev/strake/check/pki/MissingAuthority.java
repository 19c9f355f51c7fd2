package dev.strake.check.pki;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Pki;
import dev.strake.spec.Pki.CaCertificates;
import java.util.ArrayList;
import java.util.List;

/**
 * Authorities that shall exist before the cluster, and of which a part is not there. kubeadm makes
 * what it does not find, on every control plane anew, so that a second one does not get in.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/best-practices/certificates/#required-certificates">Kubernetes:
 *     required certificates</a>
 */
final class MissingAuthority implements SpecCheck {

  static final Code MISSING_AUTHORITY = Code.error("spec/missing-authority");

  private static final String ELSE = ", or mode: KubeadmUploadCerts";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Pki pki = cluster.spec().spec().pki();
    if (pki.mode() != Pki.Mode.PreGenerated) {
      return;
    }
    Origins origins = cluster.origins();
    if (pki.caKeysRef() == null) {
      report(
          origins.of(pki, Pki::mode),
          "the authorities' keys are not given: PreGenerated needs caKeysRef",
          "write caKeysRef: {provider: sops-age, path: secrets/pki.enc.yaml}" + ELSE,
          sink);
    }
    CaCertificates authorities = pki.caCertificates();
    if (authorities == null) {
      report(
          origins.of(pki, Pki::mode),
          "the authorities' certificates are not given: PreGenerated needs caCertificates",
          "write caCertificates: {kubernetes: pki/ca.crt, etcd: pki/etcd-ca.crt, frontProxy:"
              + " pki/front-proxy-ca.crt}"
              + ELSE,
          sink);
      return;
    }
    List<String> missing = missing(cluster, authorities);
    if (!missing.isEmpty()) {
      report(
          origins.of(authorities),
          "every control plane would make an authority of its own for "
              + String.join(" and ", missing),
          "write " + String.join(", ", missing.stream().map(MissingAuthority::example).toList()),
          sink);
    }
  }

  private static List<String> missing(ResolvedCluster cluster, CaCertificates authorities) {
    List<String> missing = new ArrayList<>();
    if (cluster.controlPlaneNodes().count() < 2) {
      return missing;
    }
    if (authorities.etcd() == null && cluster.spec().spec().controlPlane().etcd().local() != null) {
      missing.add("etcd");
    }
    if (authorities.frontProxy() == null) {
      missing.add("frontProxy");
    }
    return missing;
  }

  private static String example(String authority) {
    return authority.equals("etcd")
        ? "etcd: pki/etcd-ca.crt"
        : "frontProxy: pki/front-proxy-ca.crt";
  }

  private static void report(Origin origin, String message, String help, DiagnosticSink sink) {
    sink.report(origin.finding(MISSING_AUTHORITY, message).withHelp(help));
  }
}
