package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

  private static final SourceFile FILE = SourceFile.of("a.yaml", "a: 1\n");

  @ParameterizedTest
  @CsvSource({"error, 1", "warning, 3", "info, 6", "never, 0", "WARNING, 3", "Never, 0"})
  void countsWhatIsAtLeastAsHeavy(String text, int expected) {
    Threshold threshold = Threshold.parse(text).orThrow();
    Findings findings =
        findings(
            Severity.INFO,
            Severity.ERROR,
            Severity.WARNING,
            Severity.INFO,
            Severity.WARNING,
            Severity.INFO);

    assertEquals(expected, threshold.count(findings));
    assertEquals(expected > 0, threshold.isReached(findings));
  }

  @Test
  void lighterFindingsDoNotReachIt() {
    Threshold threshold = Threshold.parse("error").orThrow();

    assertFalse(threshold.isReached(findings(Severity.WARNING, Severity.INFO)));
    assertTrue(threshold.isReached(findings(Severity.WARNING, Severity.ERROR)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "errors", "critical", " error"})
  void anythingElseIsNone(String text) {
    String reason = Threshold.parse(text).match(ok -> "", bad -> bad.reason());

    assertEquals("a severity to fail on: there are error, warning, info and never", reason);
  }

  private static Findings findings(Severity... severities) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Severity severity : severities) {
      Code code = new Code("spec/example", severity);
      String message = "example " + diagnostics.size();
      diagnostics.add(Diagnostic.of(code, FILE.range(0, 1), message));
    }
    return Findings.of(diagnostics, new Coverage(1, 1, 0, 0, 0, 0));
  }
}
