package dev.strake.helm;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects that Helm makes at certain moments, and that belong to no release: nobody applies them
 * when Helm does not. Tests of a chart are of no concern.
 *
 * @see <a href="https://helm.sh/docs/topics/charts_hooks/">Helm: chart hooks</a>
 */
final class HookNotes {

  static final Code CHART_HOOK = Code.warning("compile/chart-hook");

  private static final Pattern HOOK =
      Pattern.compile("helm\\.sh/hook[\"']?\\s*:\\s*[\"']?(?<events>[^\"'\\n}#]*)");
  private static final Pattern TEMPLATE = Pattern.compile("(?:charts/[^/]+/)*templates/.*");
  private static final Pattern TEST = Pattern.compile("\\s*(?:test|test-success|test-failure)\\s*");

  private HookNotes() {}

  /**
   * @param severity how much it matters that they are not there
   */
  static List<Diagnostic> of(Chart chart, ChartSources sources, Severity severity) {
    List<Diagnostic> found = new ArrayList<>();
    for (String path : chart.files().keySet()) {
      if (TEMPLATE.matcher(path).matches()) {
        sources.file(path).ifPresent(file -> check(file, severity, found));
      }
    }
    return found;
  }

  private static void check(SourceFile file, Severity severity, List<Diagnostic> found) {
    Matcher hook = HOOK.matcher(file.text());
    while (hook.find()) {
      String events = hook.group("events").strip();
      if (!TEST.matcher(events).matches()) {
        SourceRange place =
            file.range(hook.start("events"), hook.start("events") + events.length());
        found.add(
            Diagnostic.of(
                    CHART_HOOK,
                    place,
                    "only Helm runs hooks: what this template makes is not checked or compiled")
                .withSeverity(severity)
                .withHelp(
                    "make it an object of its own among the sources if the cluster needs it"));
      }
    }
  }
}
