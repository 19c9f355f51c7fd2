package dev.strake.check;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.time.LocalDate;

/** Looks for what is a mistake from some day on, such as a release whose support has ended. */
@FunctionalInterface
public interface DatedCheck {

  /**
   * Reports each mistake at the place where the user has to change something.
   *
   * @param asOf the day to judge by; there is no other clock
   */
  void check(ResolvedCluster cluster, LocalDate asOf, DiagnosticSink sink);
}
