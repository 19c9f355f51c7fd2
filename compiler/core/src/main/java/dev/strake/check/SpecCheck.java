package dev.strake.check;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;

/** Looks for one kind of mistake in a cluster. Pure: it sees nothing but the cluster. */
@FunctionalInterface
public interface SpecCheck {

  /** Reports each mistake at the place where the user has to change something. */
  void check(ResolvedCluster cluster, DiagnosticSink sink);
}
