package dev.strake.report;

import dev.strake.diagnostic.Severity;
import java.util.Optional;

/**
 * What a report needs to know beside the findings.
 *
 * @param threshold from which severity on findings fail a run
 * @param pages what codes mean
 * @param version of Strake; empty if it is not known
 * @param ansi whether colours are wanted; formats for machines have none in any case
 */
public record ReportSettings(
    Threshold threshold, RulePages pages, Optional<String> version, Ansi ansi) {

  /** Errors fail, without colours, and nothing is explained. */
  public static final ReportSettings PLAIN =
      new ReportSettings(
          new Threshold(Optional.of(Severity.ERROR)),
          code -> Optional.empty(),
          Optional.empty(),
          Ansi.OFF);

  public ReportSettings with(Ansi other) {
    return new ReportSettings(threshold, pages, version, other);
  }

  public ReportSettings with(Threshold other) {
    return new ReportSettings(other, pages, version, ansi);
  }
}
