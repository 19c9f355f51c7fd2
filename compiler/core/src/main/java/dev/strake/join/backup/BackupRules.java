package dev.strake.join.backup;

import dev.strake.join.BundleRule;
import java.util.List;

/** The rules of this package. */
public final class BackupRules {

  private BackupRules() {}

  public static List<BundleRule> all() {
    return List.of(new VeleroCoverage(), new VeleroLocation(), new DatabaseSchedule());
  }
}
