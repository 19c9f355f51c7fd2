package dev.strake.check.kubelet;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on kubelets. */
public final class KubeletChecks {

  private KubeletChecks() {}

  public static List<SpecCheck> all() {
    return List.of(new ShutdownPeriods(), new EvictionThresholds());
  }
}
