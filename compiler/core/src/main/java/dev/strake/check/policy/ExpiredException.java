package dev.strake.check.policy;

import dev.strake.check.DatedCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Policies.PolicyException;
import java.time.LocalDate;

/**
 * An exception from a policy whose last day is over. It counts no more, and is waiting to be
 * removed.
 */
final class ExpiredException implements DatedCheck {

  static final Code EXPIRED_EXCEPTION = Code.warning("spec/expired-exception");

  @Override
  public void check(ResolvedCluster cluster, LocalDate asOf, DiagnosticSink sink) {
    for (PolicyException exception : cluster.spec().spec().policies().exceptions()) {
      if (exception.until() != null && exception.until().day().isBefore(asOf)) {
        sink.report(
            cluster
                .origins()
                .of(exception, PolicyException::until)
                .finding(
                    EXPIRED_EXCEPTION,
                    "the exception from %s ended on %s"
                        .formatted(exception.policy(), exception.until()))
                .withHelp(
                    "remove it and mend the object; if it must stay longer, write a new date and"
                        + " why"));
      }
    }
  }
}
