package dev.strake.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rules on the health of custom kinds are read. */
class HealthRuleReaderTest {

  private static final String RULE =
      """
      apiVersion: strake.dev/v1alpha1
      kind: HealthRule
      for: Database.example.com
      inProgress: has(status.phase) && status.phase in ['Creating', 'Both']
      failed: status.?phase.orValue('') in ['Broken', 'Both']
      current: >-
        object.status.phase == 'Ready'
        && object.status.members == spec.members
      """;

  private static Checked<List<CustomHealthRule>> read(String text) {
    return HealthRuleReader.read(SourceFile.of("health.yaml", text));
  }

  @Test
  void severalRulesAreDocumentsOfOneFile() {
    Checked<List<CustomHealthRule>> rules =
        read(RULE + "---\n" + RULE.replace("Database", "Backup"));
    assertEquals(
        List.of("Database.example.com", "Backup.example.com"),
        rules.asOptional().orElseThrow().stream().map(CustomHealthRule::groupKind).toList());
  }

  private static String problems(String text) {
    Checked<List<CustomHealthRule>> rules = read(text);
    assertEquals(List.of(), rules.asOptional().orElseThrow(), "a broken rule is not used");
    return String.join("\n", rules.diagnostics().stream().map(HealthRuleReaderTest::line).toList());
  }

  private static String line(Diagnostic problem) {
    assertEquals("compile/health-rule", problem.code().id());
    return "%s: %s; %s"
        .formatted(problem.range().startPosition().line(), problem.message(), problem.help());
  }

  @Test
  void mistakesAreReportedWhereTheyAre() {
    assertEquals(
        """
        1: the field kind is missing; write kind: HealthRule
        4: there is no field ready here; the fields are apiVersion, kind, for, current, inProgress, failed
        2: this is no kind with its group; write a kind with its group: Certificate.cert-manager.io
        3: failed must be a string that is not empty; put it in quotes
        1: the field current is missing; without it no object would ever be healthy\
        """,
        problems(
            """
            apiVersion: strake.dev/v1alpha1
            for: certificates
            failed: true
            ready: "true"
            """));
    assertEquals(
        "1: apiVersion is another; write apiVersion: strake.dev/v1alpha1\n"
            + "2: kind is another; write kind: HealthRule",
        problems(RULE.replace("v1alpha1", "v2").replace("HealthRule", "Health")));
    assertEquals(
        "1: a rule is a mapping; write apiVersion, kind, for, current, inProgress, failed",
        problems("- 1\n"));
  }

  @Test
  void anExpressionIsCompiledAndItsMistakeIsFound() {
    Checked<List<CustomHealthRule>> rules =
        read(RULE.replace("object.status.phase ==", "stat.phase =="));
    Diagnostic problem = rules.diagnostics().get(0);
    assertEquals(1, rules.diagnostics().size());
    assertEquals(7, problem.range().startPosition().line());
    assertTrue(problem.message().contains("stat"), problem.message());
    assertEquals(1, read(RULE.replace("'Ready'", "'Ready' ? 1 : 2")).diagnostics().size());
  }

  private static Schema schema() throws IOException {
    Path built = Path.of("../../schemas/src/main/resources/dev/strake/schemas");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(built.resolve("health-rule.schema.json")), InputFormat.JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: HealthRule -> kind: Health",
        "for: Database.example.com -> for: databases",
        "for: Database.example.com -> for: Database.Example.com",
        "for: Database.example.com -> group: example.com",
        "current: -> ready:",
        "current: -> current: ''\nfailed2:",
        "v1alpha1 -> v1",
      })
  void theSchemaRefusesWhatTheReaderRefuses(String change) throws IOException {
    assertEquals(List.of(), schema().validate(RULE, InputFormat.YAML));
    int arrow = change.indexOf(" -> ");
    String broken = RULE.replace(change.substring(0, arrow), change.substring(arrow + 4));
    assertFalse(schema().validate(broken, InputFormat.YAML).isEmpty(), broken);
    assertTrue(read(broken).hasErrors(), broken);
  }
}
