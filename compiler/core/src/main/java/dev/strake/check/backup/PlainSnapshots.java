package dev.strake.check.backup;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.EtcdBackup.SystemdTimer;

/**
 * Snapshots that leave the machine as they are. Each holds every object of the cluster, and with
 * includePKI the keys that make anybody its administrator.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/security/secrets-good-practices/#use-encryption-at-rest">Kubernetes:
 *     good practices for Secrets</a>
 */
final class PlainSnapshots implements SpecCheck {

  static final Code UNENCRYPTED_BACKUP = Code.warning("spec/unencrypted-backup");

  private static final String HELP =
      "write encryption: {recipientsRef: {provider: age, path: config/backup-recipients.txt}}";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Timer.of(cluster)
        .filter(timer -> timer.encryption() == null)
        .ifPresent(timer -> judge(cluster, timer, sink));
  }

  private static void judge(ResolvedCluster cluster, SystemdTimer timer, DiagnosticSink sink) {
    boolean leaves = timer.upload() != null;
    if (timer.includePKI()) {
      var finding =
          cluster
              .origins()
              .of(timer, SystemdTimer::includePKI)
              .finding(
                  UNENCRYPTED_BACKUP,
                  leaves
                      ? "the authorities' keys would be sent to the bucket as they are"
                      : "the authorities' keys would lie in every backup as they are")
              .withHelp(HELP);
      sink.report(leaves ? finding.withSeverity(Severity.ERROR) : finding);
    } else if (leaves) {
      sink.report(
          cluster
              .origins()
              .of(timer, SystemdTimer::upload)
              .finding(
                  UNENCRYPTED_BACKUP,
                  "snapshots are sent as they are: whoever reads the bucket reads every object")
              .withHelp(HELP));
    }
  }
}
