package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No report repeats what a Secret holds. */
class SecretsTest {

  private static final SourceFile FILE =
      SourceFile.of("apps/a.yaml", "stringData: {pin: 274951, user: shop}\n");

  private static Findings about(String kind) {
    Diagnostic finding =
        Diagnostic.of(Code.error("schema/wrong-type"), FILE.range(18, 24), "must be a string")
            .withObject(new ObjectRef("v1", kind, "shop", "a"))
            .withFix(Fix.replace("put it in quotes", FILE.range(18, 24), "\"274951\""));
    return Findings.of(List.of(finding), new Coverage(1, 1, 1, 0, 0, 0));
  }

  @Test
  void textNamesThePlaceWithoutItsLines() {
    assertEquals(
        """
        error[schema/wrong-type]: must be a string
         --> apps/a.yaml:1:19
          |
          = in: Secret shop/a
          = fix: put it in quotes

        What it means: strake explain schema/wrong-type
        1 error in 1 file, 1 document, 1 object
        """,
        new TextReport().render(about("Secret"), ReportSettings.PLAIN));
  }

  @Test
  void neitherDoItsLinesShowWhereALiteralStandsForOne() {
    Diagnostic finding =
        Diagnostic.of(Code.error("secrets/in-config-map"), FILE.range(13, 16), "a secret")
            .withObject(new ObjectRef("v1", "ConfigMap", "shop", "a"));
    Findings findings = Findings.of(List.of(finding), new Coverage(1, 1, 1, 0, 0, 0));
    assertFalse(new TextReport().render(findings, ReportSettings.PLAIN).contains("274951"));
  }

  @Test
  void jsonHasNoFix() {
    assertFalse(new JsonReport().render(about("Secret"), ReportSettings.PLAIN).contains("274951"));
    assertTrue(
        new JsonReport().render(about("ConfigMap"), ReportSettings.PLAIN).contains("274951"));
  }

  @Test
  void otherObjectsShowTheirLines() {
    assertTrue(
        new TextReport().render(about("ConfigMap"), ReportSettings.PLAIN).contains("{pin: 274951"));
  }
}
