package dev.strake.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.report.Coverage;
import dev.strake.report.Findings;
import dev.strake.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsLogTest {

  @Test
  void eachFindingHasItsSeveritysLevel() {
    SourceFile file = SourceFile.of("a.yaml", "a: 1\n");
    List<Diagnostic> diagnostics =
        Stream.of(Severity.INFO, Severity.WARNING, Severity.ERROR)
            .map(s -> Diagnostic.of(new Code("spec/example", s), file.range(0, 1), "example"))
            .toList();
    RecordedLog log = new RecordedLog();

    FindingsLog.write(Findings.of(diagnostics, new Coverage(1, 1, 0, 0, 0, 0)), log);

    assertEquals(
        List.of(
            "error error[spec/example]: example",
            "warn warning[spec/example]: example",
            "info info[spec/example]: example",
            "info 1 error, 1 warning, 1 info in 1 file, 1 document"),
        log.entries().stream().map(entry -> entry.lines().findFirst().orElseThrow()).toList());
  }
}
