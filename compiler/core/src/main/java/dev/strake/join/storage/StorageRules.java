package dev.strake.join.storage;

import dev.strake.join.BundleRule;
import java.util.List;

/** The rules of this package. */
public final class StorageRules {

  private StorageRules() {}

  public static List<BundleRule> all() {
    return List.of(new ClaimExists(), new ClassExists(), new SharedClaim());
  }
}
