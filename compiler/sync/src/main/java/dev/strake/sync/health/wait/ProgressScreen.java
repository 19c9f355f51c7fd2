package dev.strake.sync.health.wait;

import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthStatus;
import dev.strake.sync.health.explain.Span;
import dev.strake.sync.object.ObjectIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A wait as a terminal shows it: a summary, and the objects that are not current, the worst first.
 * Who paints it knows the terminal's size and how to go back over the lines before.
 */
public final class ProgressScreen {

  /** What helps most to see, first. */
  private static final List<HealthStatus> WORST_FIRST =
      List.of(
          HealthStatus.FAILED,
          HealthStatus.IN_PROGRESS,
          HealthStatus.TERMINATING,
          HealthStatus.NOT_FOUND,
          HealthStatus.UNKNOWN);

  private final int columns;
  private final int rows;

  /**
   * @param columns that a line may fill, at least 1
   * @param rows that there is room for, at least 2
   */
  public ProgressScreen(int columns, int rows) {
    if (columns < 1 || rows < 2) {
      throw new IllegalArgumentException("no room: " + columns + " x " + rows);
    }
    this.columns = columns;
    this.rows = rows;
  }

  /** As many lines as there is room for at most, none longer than the screen is wide. */
  public List<String> lines(HealthWait wait, Instant now) {
    List<Map.Entry<ObjectIdentity, Health>> waiting =
        wait.health().objects().entrySet().stream()
            .filter(entry -> !entry.getValue().isCurrent())
            .sorted(Comparator.comparingInt(entry -> rank(entry.getValue())))
            .toList();
    int room = rows - 1;
    int shown = waiting.size() <= room ? waiting.size() : room - 1;
    List<String> lines = new ArrayList<>();
    lines.add(cut(ProgressLines.summary(wait, now)));
    for (Map.Entry<ObjectIdentity, Health> entry : waiting.subList(0, shown)) {
      String time = Span.of(wait.since(entry.getKey(), now));
      lines.add(cut("  " + time + "  " + ProgressLines.line(entry.getKey(), entry.getValue())));
    }
    if (shown < waiting.size()) {
      lines.add(cut("  and " + (waiting.size() - shown) + " more"));
    }
    return lines;
  }

  private static int rank(Health health) {
    return WORST_FIRST.indexOf(health.status());
  }

  private String cut(String line) {
    return line.codePointCount(0, line.length()) <= columns
        ? line
        : line.substring(0, line.offsetByCodePoints(0, columns - 1)) + "…";
  }
}
