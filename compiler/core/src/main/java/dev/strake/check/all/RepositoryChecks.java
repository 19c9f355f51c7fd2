package dev.strake.check.all;

import dev.strake.check.RepositoryCheck;
import dev.strake.check.loadbalancer.SharedRouterId;
import dev.strake.check.machine.SharedAddress;
import dev.strake.check.machine.SharedEndpoint;
import dev.strake.check.tenant.TenantCluster;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/** All checks on the clusters of one repository together. */
public final class RepositoryChecks {

  private static final List<RepositoryCheck> ALL =
      List.of(new SharedAddress(), new SharedEndpoint(), new SharedRouterId(), new TenantCluster());

  private RepositoryChecks() {}

  /**
   * Runs every check.
   *
   * @param clusters in the order of their files' paths
   */
  public static void run(List<ResolvedCluster> clusters, DiagnosticSink sink) {
    ALL.forEach(check -> check.check(clusters, sink));
  }
}
