package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origins;
import dev.strake.spec.Pki;
import java.util.List;

/**
 * A setting of certificates that counts when one is made. Those that are there stay as they are
 * until they are renewed, and authorities for good.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/">Kubernetes:
 *     certificate management with kubeadm</a>
 */
final class OnlyNewCertificates implements ChangeCheck {

  static final Code ONLY_NEW_CERTIFICATES = Code.info("spec/only-new-certificates");

  private record Setting(String name, Origins.Field<Pki, ?> field, String effect, String help) {}

  private static final String RENEW =
      "to have it now, run kubeadm certs renew all on each control plane";

  private static final List<Setting> ALL =
      List.of(
          new Setting(
              "encryptionAlgorithm",
              Pki::encryptionAlgorithm,
              "certificates get keys of it when they are renewed; the authorities keep theirs",
              RENEW),
          new Setting(
              "certificateValidityPeriod",
              Pki::certificateValidityPeriod,
              "certificates get it when they are renewed",
              RENEW),
          new Setting(
              "caCertificateValidityPeriod",
              Pki::caCertificateValidityPeriod,
              "the authorities are there, and keep their own",
              "it has an effect only in a new cluster"));

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    Pki was = before.spec().spec().pki();
    Pki becomes = after.spec().spec().pki();
    for (Setting setting : ALL) {
      if (setting.field.apply(was).equals(setting.field.apply(becomes))) {
        continue;
      }
      sink.report(
          after
              .origins()
              .of(becomes, setting.field)
              .finding(
                  ONLY_NEW_CERTIFICATES,
                  "%s is no longer %s: %s"
                      .formatted(setting.name, setting.field.apply(was), setting.effect))
              .withRelated(before.origins().of(was, setting.field).range(), "as it was")
              .withHelp(setting.help));
    }
  }
}
