package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on the control plane and etcd. */
public final class ControlPlaneChecks {

  private ControlPlaneChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new NoControlPlane(),
        new EtcdMembers(),
        new EtcdFailureDomains(),
        new MissingFailureDomain(),
        new EtcdEndpoint(),
        new EtcdQuota(),
        new EtcdDataDir(),
        new RepeatedCertificateName(),
        new FlagRules(),
        new MisspeltFlag(),
        new RepeatedFlag(),
        new FeatureGates(),
        new AnonymousDisabled());
  }
}
