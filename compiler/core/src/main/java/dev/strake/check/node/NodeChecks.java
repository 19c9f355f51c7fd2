package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on node pools. */
public final class NodeChecks {

  private NodeChecks() {}

  public static List<SpecCheck> all() {
    return List.of(new InheritedTemplate());
  }
}
