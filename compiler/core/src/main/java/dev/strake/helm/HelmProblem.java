package dev.strake.helm;

import dev.strake.source.SourceRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Helm says that something is wrong. */
final class HelmProblem {

  /** {@code web/templates/deployment.yaml:12:20}, with or without a column. */
  private static final Pattern PLACE =
      Pattern.compile("(?<file>[^\\s:()\"']+/[^\\s:()\"']+):(?<line>\\d+)");

  /** {@code YAML parse error on web/templates/deployment.yaml: ...}. */
  private static final Pattern FILE = Pattern.compile("error on (?<file>[^\\s:]+/[^\\s:]+):");

  private HelmProblem() {}

  /** The last place that it names, which is the innermost; else the file; else the chart. */
  static SourceRange place(String problem, ChartSources sources) {
    Optional<SourceRange> innermost = Optional.empty();
    Matcher place = PLACE.matcher(problem);
    while (place.find()) {
      int line = place.group("line").length() > 6 ? 0 : Integer.parseInt(place.group("line"));
      Optional<SourceRange> found =
          sources
              .named(place.group("file"))
              .filter(file -> line >= 1 && line <= file.lineCount())
              .map(file -> file.line(line));
      innermost = found.isPresent() ? found : innermost;
    }
    return innermost.or(() -> file(problem, sources)).orElseGet(sources::ofChart);
  }

  private static Optional<SourceRange> file(String problem, ChartSources sources) {
    Matcher named = FILE.matcher(problem);
    return named.find()
        ? sources.named(named.group("file")).map(file -> file.line(1))
        : Optional.empty();
  }
}
