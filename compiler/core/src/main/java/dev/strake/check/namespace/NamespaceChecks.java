package dev.strake.check.namespace;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on namespaces. */
public final class NamespaceChecks {

  private NamespaceChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new ReservedNamespace(),
        new SystemNamespace(),
        new ExemptPodSecurity(),
        new WeakerPodSecurity(),
        new BroadGrant(),
        new GuardRails());
  }
}
