package dev.strake.sync.host;

import dev.strake.bundle.HostRole;
import dev.strake.sync.host.HostOutcome.Result;
import java.util.List;

/**
 * What came of all hosts.
 *
 * @param outcomes in the order of the hosts
 */
public record HostReport(List<HostOutcome> outcomes) {

  public static final HostReport NONE = new HostReport(List.of());

  public HostReport {
    outcomes = List.copyOf(outcomes);
  }

  /** For hosts of which nobody has to be asked: what a plan says is all there is to say. */
  public static HostReport pending(List<PlannedHost> hosts) {
    return new HostReport(
        hosts.stream().map(host -> new HostOutcome(host, Result.PENDING, host.note())).toList());
  }

  /** Whether every host has what it shall have. */
  public boolean isComplete() {
    return outcomes.stream().allMatch(HostOutcome::isFine);
  }

  public boolean hasUnreachable() {
    return outcomes.stream().anyMatch(outcome -> outcome.result() == Result.UNREACHABLE);
  }

  /** Whether the API must be left alone: it is served by hosts of which one has failed. */
  public boolean blocksObjects() {
    return outcomes.stream()
        .filter(
            outcome -> outcome.result() == Result.FAILED || outcome.result() == Result.UNREACHABLE)
        .anyMatch(outcome -> outcome.host().role() != HostRole.WORKER);
  }
}
