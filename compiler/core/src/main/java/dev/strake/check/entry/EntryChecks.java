package dev.strake.check.entry;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on entries of lists. */
public final class EntryChecks {

  private EntryChecks() {}

  public static List<SpecCheck> all() {
    return List.of(new RedundantEntry());
  }
}
