package dev.strake.check;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/** Looks for clusters of one repository that are in each other's way. */
@FunctionalInterface
public interface RepositoryCheck {

  /**
   * Reports each mistake at the later of the two places.
   *
   * @param clusters in the order of their files' paths
   */
  void check(List<ResolvedCluster> clusters, DiagnosticSink sink);
}
