package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final Coverage COVERAGE = new Coverage(1, 1, 1, 0, 0, 0);

  @Test
  void whatAnAliasRepeatsCountsOnce() {
    SourceFile file = SourceFile.of("a.yaml", "- &a {x: 1}\n- *a\n");
    Diagnostic first = Diagnostic.of(Code.error("schema/unknown-field"), file.range(6, 7), "no x");
    Diagnostic again = first.withPath("/1/x");

    Findings findings = Findings.of(List.of(first, again), COVERAGE);

    assertEquals(List.of(first), findings.diagnostics());
    assertEquals(1, findings.summary().errors());
  }

  @Test
  void whatIsSaidOfAnotherPlaceOrInOtherWordsIsAnotherFinding() {
    SourceFile file = SourceFile.of("a.yaml", "x: 1\nx: 2\n");
    Code code = Code.warning("yaml/duplicate-key");
    Diagnostic second = Diagnostic.of(code, file.range(5, 6), "twice");
    Diagnostic first = Diagnostic.of(code, file.range(0, 1), "twice");
    Diagnostic other = Diagnostic.of(code, file.range(0, 1), "thrice");

    Findings findings = Findings.of(List.of(second, first, other), COVERAGE);

    assertEquals(List.of(other, first, second), findings.diagnostics());
  }
}
