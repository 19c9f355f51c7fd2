package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.source.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Annotations of GitHub Actions, a command a line. GitHub shows the first ten of each kind of a
 * step, so errors come first.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 */
final class GithubReport implements ReportFormat {

  /**
   * @see <a
   *     href="https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations">Limitations</a>
   */
  private static final int SHOWN = 10;

  @Override
  public String id() {
    return "github";
  }

  @Override
  public List<String> fileEndings() {
    return List.of();
  }

  @Override
  public String render(Findings findings, ReportSettings settings) {
    StringBuilder out = new StringBuilder();
    for (Severity severity : Severity.values()) {
      findings.diagnostics().stream()
          .filter(finding -> finding.severity() == severity)
          .forEach(finding -> annotation(finding, out));
    }
    limits(findings.summary(), out);
    return out.append(SummaryLine.of(findings.summary())).append('\n').toString();
  }

  private static void annotation(Diagnostic finding, StringBuilder out) {
    Position start = finding.range().startPosition();
    Position end = finding.range().endPosition();
    List<String> properties = new ArrayList<>();
    properties.add("file=" + property(VisibleText.of(finding.range().file().path())));
    properties.add("line=" + start.line());
    properties.add("endLine=" + Mark.lastLine(finding.range()));
    // The runner drops the columns of what spans lines.
    if (start.line() == end.line()) {
      properties.add("col=" + start.column());
      properties.add("endColumn=" + end.column());
    }
    properties.add("title=" + property(finding.code().id()));
    out.append("::").append(command(finding.severity())).append(' ');
    out.append(String.join(",", properties)).append("::");
    out.append(data(text(finding))).append('\n');
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String text(Diagnostic finding) {
    String help = finding.help() == null ? "" : "\nhelp: " + VisibleText.of(finding.help());
    return VisibleText.of(finding.message()) + help;
  }

  private static void limits(Summary summary, StringBuilder out) {
    for (Severity severity : Severity.values()) {
      int count = summary.count(severity);
      if (count > SHOWN) {
        out.append("GitHub shows the first %s of %s ".formatted(SHOWN, count));
        out.append(command(severity)).append(" annotations; all of them are in this log\n");
      }
    }
  }

  /**
   * @see <a
   *     href="https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts">escapeData</a>
   */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
