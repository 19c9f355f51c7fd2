package dev.strake.helm;

import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of a chart's files, each made once, so that places in it can be compared. */
final class ChartSources {

  private final Chart chart;
  private final Map<String, SourceFile> files = new HashMap<>();

  ChartSources(Chart chart) {
    this.chart = chart;
  }

  /** Where a finding about the whole chart stands. */
  SourceRange ofChart() {
    return chart.description().line(1);
  }

  /**
   * @param inside its path from the chart's folder
   */
  Optional<SourceFile> file(String inside) {
    byte[] bytes = chart.files().get(inside);
    return bytes == null
        ? Optional.empty()
        : Optional.of(
            files.computeIfAbsent(inside, path -> SourceFile.decode(chart.path(path), bytes)));
  }

  /**
   * A file as tools name it: {@code web/templates/deployment.yaml} in the chart {@code web}, and
   * {@code web/charts/cache/templates/pod.yaml} in one that it uses.
   */
  Optional<SourceFile> named(String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    return file(name.substring(slash + 1));
  }
}
