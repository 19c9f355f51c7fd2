package dev.strake.join.config;

import dev.strake.join.BundleRule;
import java.util.List;

/** The rules of this package. */
public final class ConfigRules {

  private ConfigRules() {}

  public static List<BundleRule> all() {
    return List.of(
        ReferenceExists.ofConfigMaps(),
        ReferenceExists.ofSecrets(),
        new DuplicateObject(),
        new PriorityClassExists());
  }
}
