package dev.strake.sync.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.strake.sync.object.KubernetesObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule and each trap, in kstatus' words and in ours. */
class HealthCasesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static List<JsonNode> cases() throws IOException {
    try (InputStream in = HealthCasesTest.class.getResourceAsStream("cases.yaml")) {
      JsonNode cases = new YAMLMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(cases.spliterator(), false).toList();
    }
  }

  private static KubernetesObject object(JsonNode one) {
    ObjectNode root = one.get("object").deepCopy();
    String groupKind = one.get("kind").asText();
    int dot = groupKind.indexOf('.');
    root.put("kind", dot < 0 ? groupKind : groupKind.substring(0, dot));
    root.put("apiVersion", dot < 0 ? "v1" : groupKind.substring(dot + 1) + "/v1");
    root.withObject("/metadata").put("name", "one").put("namespace", "shop");
    return KubernetesObject.of(root);
  }

  private static KubernetesObject publicIngress() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("apiVersion", "networking.k8s.io/v1").put("kind", "Ingress");
    root.withObject("/metadata").put("name", "another").put("namespace", "bank");
    root.withObject("/spec").put("ingressClassName", "public");
    root.withArray("/status/loadBalancer/ingress").addObject().put("hostname", "lb.example");
    return KubernetesObject.of(root);
  }

  private static String words(Health health) {
    return health.reason().isEmpty() || health.status() == HealthStatus.UNKNOWN
        ? health.status().toString()
        : health.status() + " " + health.reason();
  }

  @TestFactory
  Stream<DynamicTest> kstatus() throws IOException {
    return check(HealthRules.kstatus(), "kstatus");
  }

  @TestFactory
  Stream<DynamicTest> honest() throws IOException {
    return check(HealthRules.honest(List.of(publicIngress())), "honest");
  }

  private static Stream<DynamicTest> check(HealthRules rules, String column) throws IOException {
    return cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.get("case").asText(),
                    () -> {
                      Health health = rules.of(object(one), NOW);
                      String wanted = one.has(column) ? column : "kstatus";
                      assertEquals(one.get(wanted).asText(), words(health), health.message());
                      assertFalse(health.message().isBlank());
                    }));
  }

  @Test
  void theTableHasNoCaseTwiceAndNoDifferenceThatIsNone() throws IOException {
    Set<String> names = new HashSet<>();
    for (JsonNode one : cases()) {
      assertTrue(names.add(one.get("case").asText()), one.get("case").asText());
      if (one.has("honest")) {
        assertNotEquals(one.get("kstatus").asText(), one.get("honest").asText());
      }
      assertTrue(
          Set.of("case", "kind", "object", "kstatus", "honest").containsAll(names(one)),
          one.toString());
    }
    assertFalse(names.isEmpty());
  }

  private static List<String> names(JsonNode one) {
    return one.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  @Test
  void everyKindWithARuleHasACase() throws IOException {
    Set<String> kinds = new HashSet<>();
    cases().forEach(one -> kinds.add(one.get("kind").asText()));
    KindRules.kstatus().keySet().forEach(kind -> assertTrue(kinds.contains(kind), kind));
    KindRules.honest(Set.of(), "m")
        .keySet()
        .forEach(kind -> assertTrue(kinds.contains(kind), kind));
  }
}
