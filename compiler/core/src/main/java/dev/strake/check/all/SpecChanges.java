package dev.strake.check.all;

import dev.strake.check.ChangeCheck;
import dev.strake.check.change.ChangeChecks;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/** All checks on what a spec becomes, against what the running cluster was set up from. */
public final class SpecChanges {

  private static final List<ChangeCheck> ALL = ChangeChecks.all();

  private SpecChanges() {}

  /**
   * Runs every check. Findings stand in the new spec; what they are related to may stand in the old
   * one.
   *
   * @param before what the cluster was set up from
   * @param after what it shall become
   */
  public static void run(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    ALL.forEach(check -> check.check(before, after, sink));
  }
}
