package dev.strake.check.policy;

import dev.strake.check.DatedCheck;
import java.util.List;

/** All checks on the section about policies. */
public final class PolicyChecks {

  private PolicyChecks() {}

  /** Those that depend on the day. */
  public static List<DatedCheck> dated() {
    return List.of(new ExpiredException());
  }
}
