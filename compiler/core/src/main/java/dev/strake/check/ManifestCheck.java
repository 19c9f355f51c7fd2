package dev.strake.check;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/**
 * Looks for what a spec and the objects of its sources do not agree about: roles that nobody
 * defines, nodes that nobody has. Pure: it sees nothing but the two.
 */
@FunctionalInterface
public interface ManifestCheck {

  /**
   * Reports each mistake where the user has to change something, in an object or in the spec.
   *
   * @param written objects of the cluster's sources
   */
  void check(ResolvedCluster cluster, List<Manifest> written, DiagnosticSink sink);
}
