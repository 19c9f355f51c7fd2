package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitlabReportTest {

  /** As GitLab lists them. */
  private static final Set<String> SEVERITIES =
      Set.of("info", "minor", "major", "critical", "blocker");

  private static String render(Findings findings) {
    return new GitlabReport().render(findings, ReportSettings.PLAIN);
  }

  @Test
  void aFindingALine() {
    Findings findings = ReportSamples.all();
    List<String> digests =
        findings.each().stream().map(finding -> finding.fingerprint().digest()).toList();

    assertEquals(
        """
        [
        {"description":"a {} verb [here](http://x)","check_name":"rbac/wildcard",\
        "fingerprint":"%s","severity":"major",\
        "location":{"path":"apps/a b#1%%:ä.yaml","lines":{"begin":1,"end":1}}},
        {"description":"no owner","check_name":"labels/owner","fingerprint":"%s",\
        "severity":"minor","location":{"path":"apps/web.yaml","lines":{"begin":1,"end":4}}},
        {"description":"no field \\"replica\\". Help: did you mean replicas?",\
        "check_name":"spec/unknown-field","fingerprint":"%s","severity":"blocker",\
        "location":{"path":"apps/web.yaml","lines":{"begin":3,"end":3}}}]
        """
            .formatted(digests.toArray()),
        render(findings));
  }

  @Test
  void noFindingsAreAnEmptyArray() {
    assertEquals("[]\n", render(Findings.of(List.of(), ReportSamples.COVERAGE)));
  }

  @ParameterizedTest
  @CsvSource({
    "error, api/x, blocker",
    "error, rbac/x, critical",
    "warning, api/x, major",
    "warning, rbac/x, major",
    "info, rbac/x, minor",
    "info, compile/x, info"
  })
  void severities(String severity, String code, String written) throws IOException {
    Code kind =
        switch (severity) {
          case "error" -> Code.error(code);
          case "warning" -> Code.warning(code);
          default -> Code.info(code);
        };
    Diagnostic finding = Diagnostic.of(kind, SourceFile.of("a", "").beginning(), "m");

    String report = render(Findings.of(List.of(finding), ReportSamples.COVERAGE));

    assertEquals(written, new ObjectMapper().readTree(report).at("/0/severity").textValue());
  }

  @Test
  void whateverTheTextsItIsTheShapeThatGitlabReads() throws IOException {
    String report = render(ReportSamples.hostile());

    Set<String> fingerprints = new HashSet<>();
    for (JsonNode issue : new ObjectMapper().readTree(report)) {
      assertTrue(issue.get("description").textValue().length() < 5_000);
      assertTrue(SEVERITIES.contains(issue.get("severity").textValue()));
      assertTrue(fingerprints.add(issue.get("fingerprint").textValue()), "not unique");
      assertTrue(issue.at("/location/path").textValue().startsWith("apps/"));
      assertTrue(issue.at("/location/lines/begin").isInt());
    }
    assertEquals(ReportSamples.HOSTILE.size(), fingerprints.size());
  }
}
