package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on node pools. */
public final class NodeChecks {

  private NodeChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new InheritedTemplate(),
        new PoolMinimum(),
        new ControlPlaneSize(),
        new ReservedCapacity(),
        new ReservationSize(),
        new PodCapacity(),
        new UnknownCapacity(),
        new KubeletLabel(),
        new SetByKubernetes(),
        new ObsoleteKey(),
        new ReservedLabel(),
        new LabelConflict(),
        new RoleMismatch(),
        new DuplicateTaint(),
        new DnsHome(),
        new AddonHome(),
        new UntaintedControlPlane());
  }
}
