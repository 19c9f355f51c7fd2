package dev.strake.sync.agent;

import dev.strake.sync.SyncReport;
import dev.strake.sync.apply.Outcome;
import dev.strake.sync.plan.Action;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.reconcile.StepResult;
import dev.strake.sync.set.Pruner.Deletion;
import java.util.ArrayList;
import java.util.List;

/** What a report means for what becomes of its commit. */
final class SyncVerdict {

  private SyncVerdict() {}

  /** Of what was applied and deleted. */
  static StepResult applied(Plan plan, SyncReport report) {
    List<String> troubles = troubles(report);
    if (troubles.isEmpty()) {
      return StepResult.passed();
    }
    String message = "%s not done; the first: %s".formatted(troubles.size(), troubles.get(0));
    return isForPeople(plan, report)
        ? StepResult.refused(message)
        : StepResult.interrupted(message);
  }

  private static List<String> troubles(SyncReport report) {
    List<String> troubles = new ArrayList<>();
    report.outcomes().stream()
        .filter(outcome -> !outcome.isDone())
        .forEach(outcome -> troubles.add(outcome.identity() + ": " + outcome.message()));
    report.deletions().stream()
        .filter(deletion -> !deletion.gone())
        .forEach(deletion -> troubles.add(deletion.identity() + ": " + deletion.message()));
    troubles.addAll(report.troubles());
    return troubles;
  }

  /** Whether nothing is left but what a guard or another owner forbids; the rest may pass. */
  private static boolean isForPeople(Plan plan, SyncReport report) {
    return plan.isBlocked()
        && report.deletions().stream().allMatch(Deletion::gone)
        && report.outcomes().stream()
            .filter(outcome -> !outcome.isDone())
            .map(Outcome::identity)
            .allMatch(
                identity ->
                    plan.find(identity)
                        .filter(change -> change.action() == Action.BLOCKED)
                        .isPresent());
  }

  /** Of whether all that works. */
  static StepResult healthy(SyncReport report) {
    if (report.isComplete()) {
      return StepResult.passed();
    }
    return StepResult.interrupted(
        report
            .health()
            .flatMap(health -> health.troubles().stream().findFirst())
            .map(trouble -> "not healthy: " + String.join(" ", trouble.lines()))
            .orElse("not healthy in time"));
  }
}
