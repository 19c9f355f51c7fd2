package dev.strake.check.tenant;

import dev.strake.check.RepositoryCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterMetadata;
import dev.strake.spec.Tenant;
import java.util.List;

/**
 * A cluster that is described in a folder of another cluster's tenant. All files below it are that
 * cluster's, and nothing holds them against what the tenant may do.
 */
public final class TenantCluster implements RepositoryCheck {

  static final Code TENANT_CLUSTER = Code.error("spec/tenant-cluster");

  @Override
  public void check(List<ResolvedCluster> clusters, DiagnosticSink sink) {
    for (ResolvedCluster cluster : clusters) {
      TenantFolders folders = new TenantFolders(cluster);
      for (ResolvedCluster other : clusters) {
        folders
            .owner(other.folder())
            .ifPresent(tenant -> sink.report(described(other, tenant, cluster)));
      }
    }
  }

  private static Diagnostic described(
      ResolvedCluster other, Tenant tenant, ResolvedCluster cluster) {
    return other
        .origins()
        .of(other.spec().metadata(), ClusterMetadata::name)
        .finding(
            TENANT_CLUSTER,
            "the cluster %s is described in a folder of the tenant %s of %s"
                .formatted(other.name(), tenant.name(), cluster.name()))
        .withRelated(cluster.origins().of(tenant, Tenant::sources).range(), "the tenant's folders")
        .withHelp("move it out of folders of tenants; a tenant describes no cluster");
  }
}
