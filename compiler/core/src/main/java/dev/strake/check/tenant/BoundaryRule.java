package dev.strake.check.tenant;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;

/** One thing that a tenant's objects may not do. */
@FunctionalInterface
interface BoundaryRule {

  /**
   * Reports where the object steps over the boundary.
   *
   * @param object from one of the tenant's folders
   */
  void check(TenantPlace tenant, Manifest object, DiagnosticSink sink);
}
