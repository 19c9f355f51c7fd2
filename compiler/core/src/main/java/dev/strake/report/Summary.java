package dev.strake.report;

import dev.strake.diagnostic.Severity;
import java.util.List;

/**
 * A report in numbers.
 *
 * @param suppressed findings that do not count, by somebody's leave
 * @param known findings that a baseline names
 */
public record Summary(
    Coverage coverage, int errors, int warnings, int infos, int suppressed, int known) {

  static Summary of(List<Finding> findings, int suppressed, int known, Coverage coverage) {
    return new Summary(
        coverage,
        count(findings, Severity.ERROR),
        count(findings, Severity.WARNING),
        count(findings, Severity.INFO),
        suppressed,
        known);
  }

  /** How many findings of a severity there are. */
  public int count(Severity severity) {
    return switch (severity) {
      case ERROR -> errors;
      case WARNING -> warnings;
      case INFO -> infos;
    };
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(f -> f.diagnostic().severity() == severity).count();
  }
}
