package dev.strake.sync;

import dev.strake.sync.health.explain.HealthExplanation;
import dev.strake.sync.health.wait.HealthWait;
import dev.strake.sync.health.wait.WaitOutcome;
import java.util.List;

/**
 * What came of a wait for health.
 *
 * @param state of the wait at its end
 * @param troubles of what is not healthy
 */
public record HealthReport(
    WaitOutcome outcome, HealthWait state, List<HealthExplanation> troubles) {

  public HealthReport {
    troubles = List.copyOf(troubles);
  }

  public boolean isHealthy() {
    return outcome == WaitOutcome.DONE;
  }
}
