package dev.strake.sync.health.wait;

import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthStatus;
import dev.strake.sync.health.explain.OneLine;
import dev.strake.sync.health.explain.Span;
import dev.strake.sync.object.ObjectIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A wait as a log has it: a line for each change. */
public final class ProgressLines {

  private ProgressLines() {}

  /** A line for each object that does otherwise than before, or says so in other words. */
  public static List<String> changes(HealthWait before, HealthWait after, Instant now) {
    String time = "[" + Span.of(after.elapsed(now)) + "] ";
    return after.health().objects().entrySet().stream()
        .filter(entry -> !before.health(entry.getKey()).equals(entry.getValue()))
        .map(entry -> time + line(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** {@code 12 of 15 are current, 2 InProgress, 1 Failed, after 45 s of 5 min}. */
  public static String summary(HealthWait wait, Instant now) {
    Map<HealthStatus, Integer> counts = wait.health().counts();
    String others =
        counts.entrySet().stream()
            .filter(entry -> entry.getKey() != HealthStatus.CURRENT)
            .map(entry -> ", " + entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining());
    return "%s of %s are current%s, after %s of %s"
        .formatted(
            counts.getOrDefault(HealthStatus.CURRENT, 0),
            wait.health().objects().size(),
            others,
            Span.of(wait.elapsed(now)),
            Span.of(wait.limits().timeout()));
  }

  static String line(ObjectIdentity object, Health health) {
    return OneLine.of(object + ": " + health.status() + ": " + health.message());
  }
}
