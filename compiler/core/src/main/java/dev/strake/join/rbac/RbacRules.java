package dev.strake.join.rbac;

import dev.strake.join.BundleRule;
import java.util.List;

/** The rules of this package. */
public final class RbacRules {

  private RbacRules() {}

  public static List<BundleRule> all() {
    return List.of(
        new RoleExists(),
        new SubjectExists(),
        new ServiceAccountExists(),
        ClusterAdmin.ofMachines(),
        ClusterAdmin.ofPeople(),
        new WorkloadTakeover(),
        new UnneededToken(),
        new UnusedRole());
  }
}
