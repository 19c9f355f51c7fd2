package dev.strake.sync;

import dev.strake.sync.apply.Outcome;
import dev.strake.sync.apply.Outcome.Result;
import dev.strake.sync.plan.Action;
import dev.strake.sync.plan.PlanText;
import dev.strake.sync.set.Pruner.Deletion;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** What came of a sync, for people. */
public final class SyncText {

  private static final Map<Action, String> DONE =
      new EnumMap<>(
          Map.of(
              Action.CREATE, "created",
              Action.CHANGE, "changed",
              Action.ADOPT, "adopted",
              Action.RECREATE, "recreated",
              Action.UNCHANGED, "unchanged"));

  private SyncText() {}

  /** A line of a log; none for an object that nothing was done about. */
  public static Optional<String> line(Outcome outcome) {
    if (outcome.action() == Action.UNCHANGED) {
      return Optional.empty();
    }
    String what =
        switch (outcome.result()) {
          case DONE -> DONE.getOrDefault(outcome.action(), outcome.action().id());
          case SKIPPED -> "skipped";
          case PENDING -> "pending";
          case FAILED -> "failed";
        };
    String why = outcome.message().isEmpty() ? "" : ": " + outcome.message();
    return Optional.of(PlanText.shown(what + " " + outcome.identity() + why));
  }

  /** What is left to be done, a line each, then the counts. */
  public static String render(String set, SyncReport report) {
    StringBuilder out = new StringBuilder();
    for (Outcome outcome : report.outcomes()) {
      if (!outcome.isDone()) {
        line(outcome).ifPresent(line -> out.append(line).append('\n'));
      }
    }
    for (Deletion deletion : report.deletions()) {
      if (!deletion.gone()) {
        String line = "not deleted: " + deletion.identity() + ": " + deletion.message();
        out.append(PlanText.shown(line)).append('\n');
      }
    }
    report
        .health()
        .ifPresent(
            health ->
                health.troubles().stream()
                    .flatMap(trouble -> trouble.lines().stream())
                    .forEach(line -> out.append(PlanText.shown(line)).append('\n')));
    report.troubles().forEach(why -> out.append(PlanText.shown(why)).append('\n'));
    return out.append(set).append(": ").append(counts(report)).append('\n').toString();
  }

  private static String counts(SyncReport report) {
    Map<Action, Integer> done = new EnumMap<>(Action.class);
    Map<Result, Integer> left = new EnumMap<>(Result.class);
    for (Outcome outcome : report.outcomes()) {
      if (outcome.isDone()) {
        done.merge(outcome.action(), 1, Integer::sum);
      } else {
        left.merge(outcome.result(), 1, Integer::sum);
      }
    }
    StringJoiner counts = new StringJoiner(", ");
    counts.setEmptyValue("nothing to do");
    done.forEach((action, count) -> counts.add(count + " " + DONE.getOrDefault(action, "done")));
    long gone = report.deletions().stream().filter(Deletion::gone).count();
    if (gone > 0) {
      counts.add(gone + " deleted");
    }
    report
        .health()
        .ifPresent(
            health ->
                health
                    .state()
                    .health()
                    .counts()
                    .forEach((status, count) -> counts.add(count + " " + status)));
    left.forEach((result, count) -> counts.add(count + " " + word(result)));
    return counts.toString();
  }

  private static String word(Result result) {
    return switch (result) {
      case DONE -> "done";
      case SKIPPED -> "skipped";
      case PENDING -> "pending";
      case FAILED -> "failed";
    };
  }
}
