package dev.strake.sync.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Explanations;
import dev.strake.source.SourceFile;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that users write. */
class CustomHealthTest {

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

  private static Checked<List<CustomHealth>> read(String text) {
    return CustomHealthReader.read(SourceFile.of("health.yaml", text));
  }

  private static KubernetesObject database(String rest) throws JsonProcessingException {
    String head =
        """
        apiVersion: example.com/v1
        kind: Database
        spec: {members: 3}
        """;
    ObjectNode root = (ObjectNode) new YAMLMapper().readTree(head + rest);
    root.withObject("/metadata").put("name", "db").put("namespace", "shop");
    return KubernetesObject.of(root);
  }

  private static Health judge(String rest) throws JsonProcessingException {
    Checked<List<CustomHealth>> rules = read(RULE);
    assertEquals(List.of(), rules.diagnostics());
    return HealthRules.honest(List.of())
        .with(rules.asOptional().orElseThrow())
        .of(database(rest), Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status: {phase: Creating} | InProgress",
        "status: {phase: Broken} | Failed",
        "status: {phase: Both} | InProgress",
        "'status: {phase: Ready, members: 3}' | Current",
        "'status: {phase: Ready, members: 2}' | InProgress",
        "status: {phase: Another} | InProgress",
        "'metadata: {generation: 2}\nstatus: {phase: Ready, members: 3, observedGeneration: 1}'"
            + " | InProgress",
        "'metadata: {deletionTimestamp: now}\nstatus: {phase: Ready, members: 3}' | Terminating",
        "'status: {phase: Ready, members: 3, conditions: [{type: Ready, status: \"False\"}]}'"
            + " | Current",
      })
  void theFirstExpressionThatIsTrueCounts(String rest, String status)
      throws JsonProcessingException {
    assertEquals(status, judge(rest).status().toString());
  }

  @Test
  void anObjectThatItsControllerHasNotSeenIsNotCurrent() throws JsonProcessingException {
    Health health = judge("");
    assertEquals(HealthStatus.IN_PROGRESS, health.status());
    assertEquals("ExpressionFailed", health.reason());
    assertTrue(health.message().startsWith("its rule's current says: "), health.message());
    assertTrue(health.message().contains("status"), health.message());
  }

  @Test
  void otherKindsKeepTheirRules() throws JsonProcessingException {
    ObjectNode other = database("").copy();
    other.put("kind", "Backup");
    assertEquals(
        HealthStatus.CURRENT,
        HealthRules.honest(List.of())
            .with(read(RULE).asOptional().orElseThrow())
            .of(KubernetesObject.of(other), Instant.EPOCH)
            .status());
  }

  @Test
  void severalRulesAreDocumentsOfOneFile() {
    Checked<List<CustomHealth>> rules = read(RULE + "---\n" + RULE.replace("Database", "Backup"));
    assertEquals(
        List.of("Database.example.com", "Backup.example.com"),
        rules.asOptional().orElseThrow().stream().map(CustomHealth::groupKind).toList());
  }

  private static String problems(String text) {
    Checked<List<CustomHealth>> rules = read(text);
    assertEquals(List.of(), rules.asOptional().orElseThrow(), "a broken rule is not used");
    return String.join("\n", rules.diagnostics().stream().map(CustomHealthTest::line).toList());
  }

  private static String line(Diagnostic problem) {
    assertEquals("sync/health-rule", problem.code().id());
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
    Checked<List<CustomHealth>> rules =
        read(RULE.replace("object.status.phase ==", "stat.phase =="));
    Diagnostic problem = rules.diagnostics().get(0);
    assertEquals(1, rules.diagnostics().size());
    assertEquals(7, problem.range().startPosition().line());
    assertTrue(problem.message().contains("stat"), problem.message());
    assertEquals(1, read(RULE.replace("'Ready'", "'Ready' ? 1 : 2")).diagnostics().size());
  }

  @Test
  void twoRulesForOneKindAreAMistake() {
    Checked<List<CustomHealth>> rules = read(RULE + "---\n" + RULE);
    assertEquals(1, rules.asOptional().orElseThrow().size());
    assertEquals(
        List.of("12: another rule is for this kind; join the two rules with ||"),
        rules.diagnostics().stream().map(CustomHealthTest::line).toList());
  }

  @Test
  void theCodeHasAPage() {
    assertTrue(Explanations.of("sync/health-rule").isPresent());
  }
}
