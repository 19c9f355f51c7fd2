package dev.strake.cli;

import dev.strake.sync.apply.Readiness;
import java.util.Optional;

/** PLACEHOLDER until the health package is merged. */
final class LiveHealth {

  private LiveHealth() {}

  static Readiness readiness() {
    return live -> Optional.empty();
  }
}
