package dev.strake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.ManifestReader;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindRulesTest {

  /** Names of fields that the rules look into, so that wrong values stand in many of them. */
  private static final List<String> FIELDS =
      List.of(
          "data",
          "stringData",
          "binaryData",
          "type",
          "rules",
          "roleRef",
          "subjects",
          "webhooks",
          "endpoints",
          "addressType",
          "subsets",
          "parameters",
          "provisioner",
          "handler",
          "value",
          "allowedTopologies",
          "aggregationRule",
          "overhead",
          "scheduling",
          "revision");

  private static final List<String> SPEC_FIELDS =
      List.of(
          "ports",
          "type",
          "clusterIP",
          "clusterIPs",
          "ipFamilies",
          "externalIPs",
          "selector",
          "sessionAffinityConfig",
          "rules",
          "tls",
          "defaultBackend",
          "ingress",
          "egress",
          "podSelector",
          "limits",
          "hard",
          "scopes",
          "scopeSelector",
          "capacity",
          "accessModes",
          "nodeAffinity",
          "csi",
          "nfs",
          "metrics",
          "behavior",
          "scaleTargetRef",
          "minReplicas",
          "versions",
          "names",
          "group",
          "conversion",
          "request",
          "usages",
          "drivers",
          "limited",
          "matchConstraints",
          "validations",
          "auditAnnotations",
          "paramKind",
          "variables",
          "mutations",
          "devices",
          "spec",
          "pool",
          "cidrs",
          "parentRef",
          "taints",
          "podCIDRs",
          "source",
          "tokenRequests",
          "service",
          "version",
          "controller",
          "parameters");

  private static List<Diagnostic> check(String yaml) {
    List<Diagnostic> findings = new ArrayList<>();
    SourceFile file = SourceFile.of("a.yaml", yaml);
    ManifestReader.read(YamlReader.withDefaultLimits().read(file, findings::add), findings::add)
        .forEach(object -> findings.addAll(ApiRules.check(object, ApiContext.ofMinor(36))));
    return findings;
  }

  private static List<String> messages(String yaml) {
    return check(yaml).stream().map(Diagnostic::message).toList();
  }

  @Test
  void wrongTypesNeverBreakARule() {
    List<String> values =
        List.of(
            "5", "x", "[]", "{}", "[5]", "[[]]", "[{}]", "{a: b}", "[null]", "true", "{a: [5]}");
    for (ApiKind kind : ApiKinds.all()) {
      String version = kind.group().isEmpty() ? "v1" : kind.group() + "/v1";
      String head = "apiVersion: " + version + "\nkind: " + kind.kind() + "\n";
      check(head);
      for (String value : values) {
        check(head + "metadata: {name: a}\nspec: " + value);
        String top = "";
        for (String field : FIELDS) {
          top += field + ": " + value + "\n";
        }
        String inside = "";
        for (String field : SPEC_FIELDS) {
          inside += "  " + field + ": " + value + "\n";
        }
        check(head + "metadata: {name: a}\n" + top + "spec:\n" + inside);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1048576, 0", "1048577, 1"})
  void configMapsHaveOneMebibyte(int size, int findings) {
    String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {key: %s}\n";

    assertEquals(findings, messages(map.formatted("x".repeat(size))).size());
  }

  @Test
  void whatStringDataReplacesCountsOnce() {
    String secret =
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: %s}\nstringData: {%s: b}\n";
    String large = "YWJj".repeat(400_000);

    assertEquals(List.of(), messages(secret.formatted(large, "a")));
    assertEquals(
        List.of("the values have 1200001 bytes, and 1048576 are allowed"),
        messages(secret.formatted(large, "b")));
  }

  @Test
  void valuesOfSecretsAreNotQuoted() {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: a}
        type: kubernetes.io/dockerconfigjson
        data: {a: hunter2}
        stringData: {.dockerconfigjson: hunter2}
        """;

    assertEquals(
        List.of("data.a is not base64", "the value of .dockerconfigjson is not a JSON object"),
        messages(secret));
  }

  @Test
  void aSecondNameOfAPortLeadsToTheFirst() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: a}
        spec:
          ports:
            - {name: web, port: 80}
            - {name: web, port: 81}
        """;
    Diagnostic finding = check(service).get(0);

    assertEquals("a port named web stands here a second time", finding.message());
    assertEquals("/spec/ports/1/name", finding.path());
    assertEquals("a.yaml:6:14", finding.related().get(0).range().toString());
  }

  @ParameterizedTest
  @CsvSource({"64, 10, 0", "64, 11, 1", "8, 9, 1", "10000000, 2, 0", "10000001, 2, 1"})
  void handsOfQueuesAreToldApartBy60Bits(int queues, int hand, int findings) {
    String level =
        """
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: PriorityLevelConfiguration
        metadata: {name: a}
        spec:
          type: Limited
          limited:
            limitResponse: {type: Queue, queuing: {queues: %d, handSize: %d}}
        """;

    assertEquals(findings, messages(level.formatted(queues, hand)).size());
  }
}
