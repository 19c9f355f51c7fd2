package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.value.Parsed;
import java.util.Optional;

/**
 * From which severity on findings make a run fail.
 *
 * @param lightest the lightest severity that counts; empty if none does
 */
public record Threshold(Optional<Severity> lightest) {

  private static final String NEVER = "never";

  /**
   * @param text {@code error}, {@code warning}, {@code info} or {@code never}, in any case
   */
  public static Parsed<Threshold> parse(String text) {
    if (text.equalsIgnoreCase(NEVER)) {
      return Parsed.ok(new Threshold(Optional.empty()));
    }
    for (Severity severity : Severity.values()) {
      if (text.equalsIgnoreCase(severity.id())) {
        return Parsed.ok(new Threshold(Optional.of(severity)));
      }
    }
    return Parsed.bad("a severity to fail on: there are error, warning, info and never");
  }

  /** Whether a finding is at or over it. */
  boolean isReachedBy(Diagnostic finding) {
    return lightest.map(finding.severity()::atLeast).orElse(false);
  }

  /** How many of the findings are at or over it. */
  public int count(Findings findings) {
    return (int) findings.diagnostics().stream().filter(this::isReachedBy).count();
  }

  /** Whether any finding is at or over it. */
  public boolean isReached(Findings findings) {
    return count(findings) > 0;
  }

  /** As it is written in options. */
  @Override
  public String toString() {
    return lightest.map(Severity::id).orElse(NEVER);
  }
}
