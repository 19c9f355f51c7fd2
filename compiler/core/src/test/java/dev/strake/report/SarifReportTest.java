package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.diagnostic.Severity;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReportTest {

  private static String render(Findings findings) {
    return new SarifReport().render(findings, ReportSamples.SETTINGS);
  }

  private static JsonNode run(Findings findings) throws IOException {
    return new ObjectMapper().readTree(render(findings)).at("/runs/0");
  }

  private static JsonNode result(Diagnostic... findings) throws IOException {
    return run(Findings.of(List.of(findings), ReportSamples.COVERAGE)).at("/results/0");
  }

  private static List<String> schemaErrors(String log) throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            SarifReportTest.class.getResourceAsStream("sarif-subset.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema)
          .validate(log, InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  @Test
  void oneRunOneResultALine() {
    Findings findings = ReportSamples.all();
    List<String> digests =
        findings.each().stream().map(finding -> finding.fingerprint().digest()).toList();
    Numbering suppressed = new Numbering();

    assertEquals(
        """
        {"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/\
        sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"Strake",\
        "informationUri":"https://strake.dev","semanticVersion":"1.2.3","rules":[
        {"id":"labels/owner","shortDescription":{"text":"labels/owner"},\
        "fullDescription":{"text":"labels/owner"},\
        "helpUri":"https://strake.dev/codes/labels/owner",\
        "defaultConfiguration":{"level":"note"},\
        "properties":{"tags":["labels"],"problem.severity":"recommendation"}},
        {"id":"pod-security/privileged","shortDescription":{"text":"pod-security/privileged"},\
        "fullDescription":{"text":"pod-security/privileged"},\
        "helpUri":"https://strake.dev/codes/pod-security/privileged",\
        "defaultConfiguration":{"level":"error"},\
        "properties":{"tags":["pod-security"],"problem.severity":"error"}},
        {"id":"rbac/wildcard","shortDescription":{"text":"No wildcards"},\
        "fullDescription":{"text":"A star grants all."},\
        "help":{"text":"# No wildcards\\n\\nA star grants\\nall.\\n\\nMore.\\n",\
        "markdown":"# No wildcards\\n\\nA star grants\\nall.\\n\\nMore.\\n"},\
        "helpUri":"https://strake.dev/codes/rbac/wildcard",\
        "defaultConfiguration":{"level":"warning"},\
        "properties":{"tags":["rbac"],"problem.severity":"warning"}},
        {"id":"spec/unknown-field","shortDescription":{"text":"spec/unknown-field"},\
        "fullDescription":{"text":"spec/unknown-field"},\
        "helpUri":"https://strake.dev/codes/spec/unknown-field",\
        "defaultConfiguration":{"level":"error"},\
        "properties":{"tags":["spec"],"problem.severity":"error"}}]}},\
        "invocations":[{"executionSuccessful":true,"exitCode":1,\
        "exitCodeDescription":"findings at or over error","toolExecutionNotifications":[]}],\
        "originalUriBaseIds":{"%%SRCROOT%%":{"description":\
        {"text":"The root of the Git repository, or what was checked"}}},\
        "columnKind":"unicodeCodePoints","newlineSequences":["\\r\\n","\\n","\\r"],"results":[
        {"ruleId":"rbac/wildcard","ruleIndex":2,"level":"warning",\
        "message":{"text":"a {{}} verb [here] (http://x)"},\
        "locations":[{"physicalLocation":{"artifactLocation":\
        {"uri":"apps/a%%20b%%231%%25%%3A%%C3%%A4.yaml","uriBaseId":"%%SRCROOT%%"},\
        "region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":2}}}],\
        "partialFingerprints":{"strake/v1":"%s"},"suppressions":[]},
        {"ruleId":"labels/owner","ruleIndex":0,"level":"note","message":{"text":"no owner"},\
        "locations":[{"physicalLocation":{"artifactLocation":\
        {"uri":"apps/web.yaml","uriBaseId":"%%SRCROOT%%"},\
        "region":{"startLine":1,"startColumn":1,"endLine":5,"endColumn":1}}}],\
        "partialFingerprints":{"strake/v1":"%s"},"suppressions":[]},
        {"ruleId":"spec/unknown-field","ruleIndex":3,"level":"error",\
        "message":{"text":"no field \\"replica\\". Help: did you mean replicas?"},\
        "locations":[{"physicalLocation":{"artifactLocation":\
        {"uri":"apps/web.yaml","uriBaseId":"%%SRCROOT%%"},\
        "region":{"startLine":3,"startColumn":6,"endLine":3,"endColumn":13}},\
        "logicalLocations":[{"name":"web","fullyQualifiedName":"apps/v1/Deployment/shop/web",\
        "kind":"resource"}]}],\
        "relatedLocations":[{"physicalLocation":{"artifactLocation":\
        {"uri":"apps/web.yaml","uriBaseId":"%%SRCROOT%%"},\
        "region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":5}},"id":1,\
        "message":{"text":"the {{0}} kind [x] (y)"}}],\
        "partialFingerprints":{"strake/v1":"%s"},"suppressions":[],\
        "fixes":[{"description":{"text":"write replicas"},"artifactChanges":[{\
        "artifactLocation":{"uri":"apps/web.yaml","uriBaseId":"%%SRCROOT%%"},\
        "replacements":[{"deletedRegion":\
        {"startLine":3,"startColumn":6,"endLine":3,"endColumn":13},\
        "insertedContent":{"text":"replicas"}}]}]}],"properties":{"path":"/spec/3/b"}},
        {"ruleId":"rbac/wildcard","ruleIndex":2,"level":"warning",\
        "message":{"text":"a * resource"},\
        "locations":[{"physicalLocation":{"artifactLocation":\
        {"uri":"apps/a%%20b%%231%%25%%3A%%C3%%A4.yaml","uriBaseId":"%%SRCROOT%%"},\
        "region":{"startLine":1,"startColumn":4,"endLine":1,"endColumn":5}}}],\
        "partialFingerprints":{"strake/v1":"%s"},\
        "suppressions":[{"kind":"external","justification":"until OPS-12"}]},
        {"ruleId":"pod-security/privileged","ruleIndex":1,"level":"error",\
        "message":{"text":"'a' is privileged"},\
        "locations":[{"physicalLocation":{"artifactLocation":\
        {"uri":"apps/web.yaml","uriBaseId":"%%SRCROOT%%"},\
        "region":{"startLine":4,"startColumn":3,"endLine":4,"endColumn":7}}}],\
        "partialFingerprints":{"strake/v1":"%s"},\
        "suppressions":[{"kind":"inSource","justification":"needs <all> devices"}]}]}]}
        """
            .formatted(
                digests.get(0),
                digests.get(1),
                digests.get(2),
                suppressed.number(ReportSamples.EXCEPTED.finding()).digest(),
                suppressed.number(ReportSamples.ALLOWED.finding()).digest()),
        render(findings));
  }

  @Test
  void itMeetsTheFormatsRules() throws IOException {
    assertEquals(List.of(), schemaErrors(render(ReportSamples.all())));
    assertEquals(List.of(), schemaErrors(render(Findings.of(List.of(), ReportSamples.COVERAGE))));
    assertInvariants(ReportSamples.all());
  }

  @Test
  void theSchemaIsNotEmptyTalk() throws IOException {
    String log = render(ReportSamples.all());

    assertFalse(schemaErrors(log.replace("\"level\":\"note\"", "\"level\":\"info\"")).isEmpty());
    assertFalse(schemaErrors(log.replace("\"startLine\":3", "\"startLine\":0")).isEmpty());
    assertFalse(schemaErrors(log.replace("\"uri\":\"apps/web", "\"uri\":\"/apps/web")).isEmpty());
    assertFalse(schemaErrors(log.replace(",\"uriBaseId\":\"%SRCROOT%\"", "")).isEmpty());
  }

  @Test
  void whateverTheTextsItMeetsThem() throws IOException {
    assertEquals(List.of(), schemaErrors(render(ReportSamples.hostile())));
    assertInvariants(ReportSamples.hostile());
    for (JsonNode result : run(ReportSamples.hostile()).get("results")) {
      String message = result.at("/message/text").textValue();
      assertTrue(message.length() < 5_000, "the whole scalar is repeated");
      assertTrue(message.chars().noneMatch(Character::isISOControl), message);
      assertFalse(message.contains("]("), message);
      assertTrue(message.replace("{{", "").replace("}}", "").matches("[^{}]*"), message);
    }
  }

  /** What the text of the standard asks and no schema can say. */
  private static void assertInvariants(Findings findings) throws IOException {
    JsonNode run = run(findings);
    JsonNode rules = run.at("/tool/driver/rules");
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode result : run.get("results")) {
      assertEquals(result.get("ruleId"), rules.get(result.get("ruleIndex").intValue()).get("id"));
      assertTrue(
          fingerprints.add(result.at("/partialFingerprints/strake~1v1").textValue()),
          "not unique: " + result);
      for (JsonNode place : result.findValues("region")) {
        assertOrdered(place);
      }
      for (JsonNode location : result.findValues("artifactLocation")) {
        URI uri = URI.create(location.get("uri").textValue());
        assertEquals(uri.normalize(), uri);
      }
    }
    assertEquals(findings.each().size() + findings.suppressed().size(), run.get("results").size());
  }

  private static void assertOrdered(JsonNode region) {
    int lines = region.get("endLine").intValue() - region.get("startLine").intValue();
    int columns = region.get("endColumn").intValue() - region.get("startColumn").intValue();
    assertTrue(lines > 0 || (lines == 0 && columns >= 0), region::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "a.yaml, a.yaml, %SRCROOT%",
    "a:b.yaml, a%3Ab.yaml, %SRCROOT%",
    "%41.yaml, %2541.yaml, %SRCROOT%",
    "a?b#c.yaml, a%3Fb%23c.yaml, %SRCROOT%",
    "a\\b.yaml, a%5Cb.yaml, %SRCROOT%",
    "/srv/other/a.yaml, file:///srv/other/a.yaml, ",
  })
  void pathsAreUris(String path, String uri, String base) throws IOException {
    SourceFile file = SourceFile.of(path, "a");
    JsonNode location =
        result(Diagnostic.of(Code.info("api/x"), file.beginning(), "m"))
            .at("/locations/0/physicalLocation/artifactLocation");

    assertEquals(uri, location.get("uri").textValue());
    assertEquals(base, location.path("uriBaseId").textValue());
    assertEquals(path, URI.create(uri).getPath());
  }

  @Test
  void aFixOfSeveralFilesIsOneFix() throws IOException {
    SourceFile a = SourceFile.of("a.yaml", "a: 1\n");
    SourceFile b = SourceFile.of("b.yaml", "b: 1\n");
    Fix fix =
        new Fix(
            "both",
            List.of(
                new Fix.Edit(a.range(0, 1), "x"),
                new Fix.Edit(b.range(0, 0), "y"),
                new Fix.Edit(a.range(3, 4), "z")));

    JsonNode changes =
        result(Diagnostic.of(Code.error("api/x"), a.range(0, 1), "m").withFix(fix))
            .at("/fixes/0/artifactChanges");

    assertEquals(2, changes.size());
    assertEquals(2, changes.at("/0/replacements").size());
    assertEquals("z", changes.at("/0/replacements/1/insertedContent/text").textValue());
    assertEquals(
        new ObjectMapper()
            .readTree("{\"startLine\":1,\"startColumn\":1,\"endLine\":1,\"endColumn\":1}"),
        changes.at("/1/replacements/0/deletedRegion"));
  }

  @Test
  void whatWasNotLookedAtIsANotification() throws IOException {
    Findings findings =
        Findings.of(List.of(ReportSamples.BARE), new Coverage(1, 1, 1, 0, 2, 3))
            .without(finding -> true);

    JsonNode invocation = run(findings).at("/invocations/0");

    assertEquals(0, invocation.get("exitCode").intValue());
    assertEquals(
        List.of(
            "warning: 2 not checked",
            "note: 3 left out by .strakeignore",
            "note: 1 known from the baseline"),
        invocation
            .get("toolExecutionNotifications")
            .valueStream()
            .map(n -> n.get("level").textValue() + ": " + n.at("/message/text").textValue())
            .toList());
  }

  @Test
  void aCodeOfTwoWeightsIsOneRule() throws IOException {
    Findings findings =
        Findings.of(
            List.of(
                Diagnostic.of(
                    new Code("rbac/x", Severity.INFO), ReportSamples.WEB.range(0, 1), "m"),
                Diagnostic.of(
                    new Code("rbac/x", Severity.ERROR), ReportSamples.WEB.range(1, 2), "m")),
            ReportSamples.COVERAGE);

    assertInvariants(findings);
    assertEquals(1, run(findings).at("/tool/driver/rules").size());
    assertEquals(
        "error", run(findings).at("/tool/driver/rules/0/defaultConfiguration/level").textValue());
  }

  @Test
  void aSecretHasNoFix() throws IOException {
    SourceFile file = SourceFile.of("a.yaml", "stringData: {pin: 274951}\n");
    Diagnostic finding =
        Diagnostic.of(Code.error("schema/wrong-type"), file.range(18, 24), "must be a string")
            .withObject(new ObjectRef("v1", "Secret", "shop", "a"))
            .withFix(Fix.replace("put it in quotes", file.range(18, 24), "\"274951\""));

    for (ReportFormat format : ReportFormats.ALL) {
      String report =
          format.render(
              Findings.of(List.of(finding), ReportSamples.COVERAGE), ReportSamples.SETTINGS);
      assertTrue(report.contains("must be a string"), report);
      assertFalse(report.contains("274951"), report);
    }
  }
}
