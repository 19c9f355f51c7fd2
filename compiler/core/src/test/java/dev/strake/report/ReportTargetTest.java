package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.value.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTargetTest {

  @ParameterizedTest
  @CsvSource({
    "out.sarif, sarif, out.sarif",
    "build/Out.SARIF, sarif, build/Out.SARIF",
    "out.sarif.json, sarif, out.sarif.json",
    "out.json, json, out.json",
    "out.xml, junit, out.xml",
    "out.txt, text, out.txt",
    "gitlab=out.json, gitlab, out.json",
    "github=x, github, x",
    "sarif=a=b.xml, sarif, a=b.xml",
    "./a=b.xml, junit, ./a=b.xml"
  })
  void theFormatIsNamedOrSeen(String text, String format, String file) {
    ReportTarget target = ReportTarget.parse(text).orThrow();

    assertEquals(format, target.format().id());
    assertEquals(file, target.file());
  }

  /** A typo shall not become a file's name. */
  @ParameterizedTest
  @ValueSource(strings = {"", "out", "out.yaml", "sarif", "sariff=out.json", "xml=a.xml", "json="})
  void anythingElseIsRefused(String text) {
    String reason = ReportTarget.parse(text).match(target -> "", Parsed.Bad::reason);

    assertTrue(reason.contains("FORMAT=FILE"), reason);
  }

  @Test
  void everyFormatHasANameOfItsOwn() {
    assertEquals("text, json, sarif, junit, github, gitlab", ReportFormats.names());
  }
}
