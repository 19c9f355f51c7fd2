package dev.strake.join.resource;

import dev.strake.join.BundleRule;
import java.util.List;

/** The rules of this package. */
public final class ResourceRules {

  private ResourceRules() {}

  public static List<BundleRule> all() {
    return List.of(new WithinLimitRange(), new WithinQuota());
  }
}
