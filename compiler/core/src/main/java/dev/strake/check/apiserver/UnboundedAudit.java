package dev.strake.check.apiserver;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer.Audit;

/**
 * Audit logs of which any number is kept, until the disk is full that etcd writes to as well.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#log-backend">Kubernetes:
 *     log backend of auditing</a>
 */
final class UnboundedAudit implements SpecCheck {

  static final Code UNBOUNDED_AUDIT = Code.warning("spec/unbounded-audit");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Audit audit = cluster.spec().spec().controlPlane().apiServer().audit();
    if (audit.maxBackup() == 0) {
      sink.report(
          cluster
              .origins()
              .of(audit, Audit::maxBackup)
              .finding(
                  UNBOUNDED_AUDIT,
                  audit.maxAge() == 0
                      ? "0 means any number, and with maxAge: 0 no audit log is ever deleted"
                      : "0 means any number: %s days of audit logs have no upper size"
                          .formatted(audit.maxAge()))
              .withHelp("write maxBackup: 10, which is %s MB".formatted(11L * audit.maxSize())));
    }
  }
}
