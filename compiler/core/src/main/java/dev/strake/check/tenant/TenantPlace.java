package dev.strake.check.tenant;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origins;
import dev.strake.spec.Tenant;

/** A tenant and where the spec says what it may do. */
record TenantPlace(Tenant tenant, ResolvedCluster cluster) {

  String name() {
    return tenant.name().toString();
  }

  /** The finding with the place that sets the limit. */
  Diagnostic limited(Diagnostic finding, Origins.Field<Tenant, ?> by) {
    return finding.withRelated(cluster.origins().of(tenant, by).range(), "what the tenant may do");
  }
}
