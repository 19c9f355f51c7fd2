package dev.strake.check.bootstrap;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on how machines become nodes. */
public final class BootstrapChecks {

  private BootstrapChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new AnonymousDiscovery(),
        new TokenLifetime(),
        new KubeadmTimeouts(),
        new UnheldPackages(),
        new ResolvConf());
  }
}
