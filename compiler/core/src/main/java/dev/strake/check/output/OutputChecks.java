package dev.strake.check.output;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on what is generated. */
public final class OutputChecks {

  private OutputChecks() {}

  public static List<SpecCheck> all() {
    return List.of(new NotCompiled());
  }
}
