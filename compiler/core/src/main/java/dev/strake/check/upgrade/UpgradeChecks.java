package dev.strake.check.upgrade;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on how machines are emptied. */
public final class UpgradeChecks {

  private UpgradeChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new DrainTimeout(), new DrainDaemonSets(), new IgnoredBudgets(), new AllWorkers());
  }
}
