package dev.strake.check.tenant;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on what the spec says of tenants. */
public final class TenantChecks {

  private TenantChecks() {}

  public static List<SpecCheck> all() {
    return List.of(new SharedNamespace(), new SystemTenant(), new TenantSource(), new SharedHost());
  }
}
