package dev.strake.sync.health.explain;

import dev.strake.sync.health.Health;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an object does not do well. All texts are masked and fit a line.
 *
 * @param pods what keeps its pods from being ready; the same trouble of several pods is one line
 * @param events the most telling ones, also of its pods
 */
public record HealthExplanation(
    ObjectIdentity identity,
    Health health,
    List<String> conditions,
    List<String> pods,
    List<String> events) {

  public HealthExplanation {
    conditions = List.copyOf(conditions);
    pods = List.copyOf(pods);
    events = List.copyOf(events);
  }

  /** For people: the object, and indented below it what is known. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String reason = health.reason().isEmpty() ? "" : ", " + health.reason();
    String status = health.status() + reason + ": " + health.message();
    lines.add(OneLine.of(identity + ": " + status));
    conditions.forEach(condition -> lines.add("  condition " + condition));
    pods.forEach(pod -> lines.add("  " + pod));
    events.forEach(event -> lines.add("  event " + event));
    return lines;
  }
}
