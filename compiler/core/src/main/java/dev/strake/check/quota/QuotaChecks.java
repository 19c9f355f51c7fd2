package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on quotas and limit ranges but those that see the cluster's objects too. */
public final class QuotaChecks {

  private QuotaChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new LimitRangeOrder(),
        new QuotaOrder(),
        new LimitOverQuota(),
        new ContainerOverNode(),
        new QuotaOverCapacity());
  }
}
