package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on parts of a cluster that need each other. */
public final class FeatureChecks {

  private FeatureChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new ServingCertificates(),
        new ClientCertificates(),
        new PolicyEngine(),
        new RequiredAddon(),
        new StaticPools(),
        new ServiceProxy(),
        new IngressAddress(),
        new IngressClassName(),
        new RetiredIngress());
  }
}
