package dev.strake.check.resource;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on amounts of resources. */
public final class ResourceChecks {

  private ResourceChecks() {}

  public static List<SpecCheck> all() {
    return List.of(new MisplacedResource(), new InvalidAmount(), new MissingUnit());
  }
}
