package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private static final Coverage COVERAGE = new Coverage(1, 2, 3, 4, 5, 6);
  private static final SourceFile FILE =
      SourceFile.of("apps/web.yaml", "kind: Pod\nspec:\n  \uD83D\uDEA2: replica\n");
  private static final Diagnostic BARE =
      Diagnostic.of(Code.warning("api/bare"), FILE.range(0, 4), "bare");
  private static final Diagnostic FULL =
      Diagnostic.of(Code.error("spec/full"), FILE.range(22, 29), "a \"quoted\" one")
          .withPath("/spec/a~1b")
          .withObject(new ObjectRef("v1", "Pod", null, "web"))
          .withHelp("help")
          .withRelated(FILE.range(0, 4), "here")
          .withFix(Fix.replace("rename it", FILE.range(22, 29), "replicas"));

  @Test
  void everyKeyIsThereInItsOrder() {
    assertEquals(
        """
        {"version":1,"summary":{"files":1,"documents":2,"objects":3,"clusters":4,\
        "errors":1,"warnings":1,"infos":0,"notChecked":5,"ignored":6,"suppressed":0,"known":0},"diagnostics":[
        {"code":"api/bare","severity":"warning","message":"bare","file":"apps/web.yaml",\
        "line":1,"column":1,"endLine":1,"endColumn":5,"path":null,"object":null,"help":null,\
        "docs":"https://strake.dev/codes/api/bare","fix":null,"related":[]},
        {"code":"spec/full","severity":"error","message":"a \\"quoted\\" one",\
        "file":"apps/web.yaml","line":3,"column":6,"endLine":3,"endColumn":13,\
        "path":"/spec/a~1b","object":{"apiVersion":"v1","kind":"Pod","namespace":null,\
        "name":"web"},"help":"help","docs":"https://strake.dev/codes/spec/full",\
        "fix":{"title":"rename it","edits":[{"file":"apps/web.yaml","line":3,"column":6,\
        "endLine":3,"endColumn":13,"text":"replicas"}]},"related":[{"file":"apps/web.yaml",\
        "line":1,"column":1,"endLine":1,"endColumn":5,"message":"here"}]}]}
        """,
        render(FULL, BARE));
  }

  @Test
  void noFindings() {
    assertEquals(
        """
        {"version":1,"summary":{"files":1,"documents":2,"objects":3,"clusters":4,\
        "errors":0,"warnings":0,"infos":0,"notChecked":5,"ignored":6,"suppressed":0,"known":0},"diagnostics":[]}
        """,
        render());
  }

  @Test
  void anyTextComesBackUnchangedAndIsHarmlessToATerminal() throws IOException {
    String attack =
        "\"\\\n\r\t\b\f\u0000\u001b[31m\u007f\u009b\u202e\u2028\uFEFF\uD83D\uDEA2\u00e9\uD83D";

    String json = render(Diagnostic.of(Code.info("api/x"), FILE.beginning(), attack));

    JsonNode message = new ObjectMapper().readTree(json).at("/diagnostics/0/message");
    assertEquals(attack, message.textValue());
    assertTrue(json.replace("\n", "").chars().noneMatch(Character::isISOControl), json);
    assertTrue(json.contains("\\u202e") && json.contains("\uD83D\uDEA2\u00e9\\ud83d"), json);
  }

  @Test
  void theReportMatchesItsPublishedSchema() throws IOException {
    assertEquals(List.of(), schema().validate(render(FULL, BARE), InputFormat.JSON));
    assertEquals(List.of(), schema().validate(render(), InputFormat.JSON));
  }

  @Test
  void theSchemaIsNotEmptyTalk() throws IOException {
    String broken = render(FULL).replace("\"severity\":\"error\"", "\"severity\":\"fatal\"");

    List<Error> errors = schema().validate(broken, InputFormat.JSON);

    assertEquals(
        List.of("/diagnostics/0/severity"),
        errors.stream().map(e -> e.getInstanceLocation().toString()).toList());
  }

  private static Schema schema() throws IOException {
    try (InputStream in = open()) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }
  }

  /** The schemas module is a dependency; its resources are on the class path. */
  private static InputStream open() throws IOException {
    InputStream in =
        JsonReportTest.class.getResourceAsStream("/dev/strake/schemas/report.schema.json");
    return in != null
        ? in
        : Files.newInputStream(
            Path.of("../../schemas/src/main/resources/dev/strake/schemas/report.schema.json"));
  }

  private static String render(Diagnostic... findings) {
    return new JsonReport().render(Findings.of(List.of(findings), COVERAGE), ReportSettings.PLAIN);
  }
}
