package dev.strake.maven;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.report.Ansi;
import dev.strake.report.Findings;
import dev.strake.report.TextReport;
import org.apache.maven.plugin.logging.Log;

/** The text report as entries of a build's log. */
final class FindingsLog {

  private FindingsLog() {}

  /** One entry a finding, so that builds that run side by side do not mix their lines. */
  static void write(Findings findings, Log log) {
    for (Diagnostic diagnostic : findings.diagnostics()) {
      String text = TextReport.finding(diagnostic, Ansi.OFF);
      switch (diagnostic.severity()) {
        case ERROR -> log.error(text);
        case WARNING -> log.warn(text);
        case INFO -> log.info(text);
      }
    }
    log.info(TextReport.summary(findings));
  }
}
