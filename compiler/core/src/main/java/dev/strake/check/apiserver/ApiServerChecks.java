package dev.strake.check.apiserver;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on what the API server notes, encrypts and refuses. */
public final class ApiServerChecks {

  private ApiServerChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new UnboundedAudit(),
        new WeakEncryption(),
        new UnencryptedSecrets(),
        new PrivilegedNamespace(),
        new ExemptNamespace());
  }
}
