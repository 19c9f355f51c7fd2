package dev.strake.sync.plan;

import dev.strake.sync.host.HostText;
import dev.strake.sync.plan.Plan.HostDifference;
import dev.strake.sync.plan.Plan.PlanDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A plan for people: what changes, field by field, then what does not, in numbers. Control
 * characters, which names and values from a cluster may have, are shown as escapes.
 */
public final class PlanText {

  private PlanText() {}

  /** Ends with a line of counts. */
  public static String render(Plan plan) {
    StringBuilder out = new StringBuilder();
    plan.hosts().stream()
        .flatMap(host -> HostText.lines(host).stream())
        .forEach(line -> out.append(shown(line)).append('\n'));
    for (PlannedChange change : plan.changes()) {
      if (change.action() != Action.UNCHANGED) {
        lines(change).forEach(line -> out.append(shown(line)).append('\n'));
      }
    }
    if (!out.isEmpty()) {
      out.append('\n');
    }
    HostText.summary(plan.hosts()).ifPresent(line -> out.append(line).append('\n'));
    return out.append(summary(plan)).append('\n').toString();
  }

  /** Hosts and objects about which two plans differ: as it was reviewed, and as it is now. */
  public static String differences(List<HostDifference> hosts, List<PlanDifference> objects) {
    StringBuilder out = new StringBuilder();
    for (HostDifference host : hosts) {
      difference(host.reviewed().map(HostText::lines), HostText.lines(host.now()), out);
    }
    for (PlanDifference object : objects) {
      difference(object.reviewed().map(PlanText::lines), lines(object.now()), out);
    }
    return out.toString();
  }

  private static void difference(
      Optional<List<String>> reviewed, List<String> now, StringBuilder out) {
    out.append("reviewed:\n");
    reviewed
        .orElse(List.of("  not in the plan"))
        .forEach(line -> out.append("  ").append(shown(line)).append('\n'));
    out.append("now:\n");
    now.forEach(line -> out.append("  ").append(shown(line)).append('\n'));
  }

  /** {@code shop: 1 to create, 2 to change, 40 unchanged}. */
  public static String summary(Plan plan) {
    Map<Action, Integer> counts = plan.counts();
    List<String> parts = new ArrayList<>();
    for (Action action : Action.values()) {
      if (counts.containsKey(action)) {
        parts.add(counts.get(action) + " " + counted(action));
      }
    }
    return plan.set() + ": " + (parts.isEmpty() ? "no objects" : String.join(", ", parts));
  }

  private static String counted(Action action) {
    return switch (action) {
      case CREATE, CHANGE, ADOPT, RECREATE, PRUNE -> "to " + action.id();
      case KEEP -> "kept";
      case UNCHANGED, WAITING, BLOCKED -> action.id();
    };
  }

  private static List<String> lines(PlannedChange change) {
    List<String> lines = new ArrayList<>();
    String place = change.place().isEmpty() ? "" : "  (" + change.place() + ")";
    lines.add(
        "%s %s %s%s"
            .formatted(change.action().sign(), change.action().id(), change.identity(), place));
    for (FieldChange field : change.fields()) {
      lines.add("      " + field(field));
    }
    change.conflicts().stream()
        .collect(
            Collectors.groupingBy(
                FieldConflict::manager,
                TreeMap::new,
                Collectors.mapping(FieldConflict::path, Collectors.joining(", "))))
        .forEach((manager, paths) -> lines.add("      " + manager + " owns " + paths));
    if (!change.note().isEmpty()) {
      lines.add("      " + change.note());
    }
    return lines;
  }

  private static String field(FieldChange field) {
    if (field.before().isEmpty()) {
      return "+ " + field.path() + ": " + field.after();
    }
    if (field.after().isEmpty()) {
      return "- " + field.path() + ": " + field.before();
    }
    return "~ " + field.path() + ": " + field.before() + " -> " + field.after();
  }

  /** A line without anything that a terminal would obey. */
  public static String shown(String line) {
    StringBuilder out = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
