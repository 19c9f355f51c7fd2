package dev.strake.join.autoscaling;

import dev.strake.join.BundleRule;
import java.util.List;

/** The rules of this package. */
public final class AutoscalingRules {

  private AutoscalingRules() {}

  public static List<BundleRule> all() {
    return List.of(
        new TargetExists(),
        new FixedReplicas(),
        new OneScaler(),
        new NeedsRequests(),
        new VerticalConflict());
  }
}
