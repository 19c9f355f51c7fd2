package dev.strake.join.reliability;

import dev.strake.join.BundleRule;
import java.util.List;

/** The rules of this package. */
public final class ReliabilityRules {

  private ReliabilityRules() {}

  public static List<BundleRule> all() {
    return List.of(
        new BudgetNeedsEveryPod(),
        new BudgetSelectsNothing(),
        new BudgetOverlap(),
        new BudgetExists(),
        new StatefulSetService());
  }
}
