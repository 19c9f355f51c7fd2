package dev.strake.check;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;

/** Looks for changes that a running cluster cannot follow. */
@FunctionalInterface
public interface ChangeCheck {

  /**
   * Reports each mistake at its place in the new spec.
   *
   * @param before what the cluster was set up from
   * @param after what it shall become
   */
  void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink);
}
