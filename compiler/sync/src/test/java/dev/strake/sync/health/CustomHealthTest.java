package dev.strake.sync.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.strake.diagnostic.Checked;
import dev.strake.health.CustomHealthRule;
import dev.strake.health.HealthRuleReader;
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

  private static List<CustomHealth> rules() {
    Checked<List<CustomHealthRule>> rules = read(RULE);
    assertEquals(List.of(), rules.diagnostics());
    return rules.asOptional().orElseThrow().stream().map(CustomHealth::new).toList();
  }

  private static Checked<List<CustomHealthRule>> read(String text) {
    return HealthRuleReader.read(SourceFile.of("health.yaml", text));
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
    return HealthRules.honest(List.of()).with(rules()).of(database(rest), Instant.EPOCH);
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
            .with(rules())
            .of(KubernetesObject.of(other), Instant.EPOCH)
            .status());
  }
}
