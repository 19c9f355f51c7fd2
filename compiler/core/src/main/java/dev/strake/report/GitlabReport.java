package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import java.util.List;

/**
 * GitLab's Code Quality report: an array, a finding a line.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">Code
 *     Quality report format</a>
 */
final class GitlabReport implements ReportFormat {

  @Override
  public String id() {
    return "gitlab";
  }

  @Override
  public List<String> fileEndings() {
    return List.of();
  }

  @Override
  public String render(Findings findings, ReportSettings settings) {
    JsonWriter json = new JsonWriter().beginArray();
    for (Finding finding : findings.each()) {
      issue(finding, json.newLine());
    }
    return json.endArray() + "\n";
  }

  private static void issue(Finding finding, JsonWriter json) {
    Diagnostic diagnostic = finding.diagnostic();
    json.beginObject()
        .field("description", Sentences.of(diagnostic))
        .field("check_name", diagnostic.code().id())
        .field("fingerprint", finding.fingerprint().digest())
        .field("severity", severity(diagnostic))
        .name("location")
        .beginObject()
        .field("path", diagnostic.range().file().path())
        .name("lines")
        .beginObject()
        .field("begin", diagnostic.range().startPosition().line())
        .field("end", Mark.lastLine(diagnostic.range()))
        .endObject()
        .endObject()
        .endObject();
  }

  /** What the compiler refuses stops everything; what a policy refuses would run. */
  private static String severity(Diagnostic diagnostic) {
    boolean ofCompiler = diagnostic.code().isOfCompiler();
    return switch (diagnostic.severity()) {
      case ERROR -> ofCompiler ? "blocker" : "critical";
      case WARNING -> "major";
      case INFO -> ofCompiler ? "info" : "minor";
    };
  }
}
