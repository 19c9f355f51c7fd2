package dev.strake.sync.host;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Hosts for people. What hosts have said is in it as it came; who prints it makes it harmless. */
public final class HostText {

  private HostText() {}

  /** What becomes of a host; nothing for one that stays as it is. */
  public static List<String> lines(PlannedHost host) {
    if (host.action() == HostAction.CURRENT) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s %s  (%s)"
            .formatted(host.action().sign(), host.action().id(), host.title(), host.address()));
    host.files().forEach(file -> lines.add("      " + file));
    if (!host.note().isEmpty()) {
      lines.add("      " + host.note());
    }
    return lines;
  }

  /** {@code hosts: 1 to bootstrap, 7 current}; empty if there are none. */
  public static Optional<String> summary(List<PlannedHost> hosts) {
    Map<HostAction, Integer> counts = new EnumMap<>(HostAction.class);
    hosts.forEach(host -> counts.merge(host.action(), 1, Integer::sum));
    StringJoiner parts = new StringJoiner(", ", "hosts: ", "");
    counts.forEach(
        (action, count) -> parts.add(count + (action.isWork() ? " to " : " ") + action.id()));
    return hosts.isEmpty() ? Optional.empty() : Optional.of(parts.toString());
  }

  /** A line of a log, and what belongs to it. */
  public static List<String> lines(HostOutcome outcome) {
    String[] message = outcome.message().split("\n", -1);
    List<String> lines = new ArrayList<>();
    String first = message[0].isEmpty() ? "" : ": " + message[0];
    lines.add(outcome.result().id() + " " + outcome.host().title() + first);
    for (int i = 1; i < message.length; i++) {
      lines.add("      " + message[i]);
    }
    return lines;
  }

  /** {@code hosts: 6 current, 1 done, 1 failed}; empty if there are none. */
  public static Optional<String> summary(HostReport report) {
    Map<HostOutcome.Result, Integer> counts = new EnumMap<>(HostOutcome.Result.class);
    report.outcomes().forEach(outcome -> counts.merge(outcome.result(), 1, Integer::sum));
    StringJoiner parts = new StringJoiner(", ", "hosts: ", "");
    counts.forEach((result, count) -> parts.add(count + " " + result.id()));
    return counts.isEmpty() ? Optional.empty() : Optional.of(parts.toString());
  }
}
