package dev.strake.check.audit;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on audit policies. */
public final class AuditChecks {

  private AuditChecks() {}

  public static List<SpecCheck> all() {
    return List.of(new AuditPolicy(), new AuditedSecrets());
  }
}
