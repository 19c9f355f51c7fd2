package dev.strake.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyReaderTest {

  @Test
  void aPolicyIsReadWhole() {
    Policy policy = PolicyTexts.policy(PolicyTexts.REPLICAS).policy();
    assertEquals("test/replicas", policy.id());
    assertEquals(PolicySeverity.MEDIUM, policy.severity());
    assertEquals(List.of("default"), policy.profiles());
    assertEquals("[Deployment.apps]", policy.kinds().toString());
    assertEquals(Optional.empty(), policy.validations().get(0).forEach());
    assertEquals(List.of("spec", "replicas"), policy.validations().get(0).at());
    assertEquals(List.of("2"), policy.parameters().get(0).defaultValue());
  }

  @Test
  void podBearingStandsForAllKindsThatMakePods() {
    Policy policy = PolicyTexts.policy(PolicyTexts.TAGS).policy();
    assertEquals(
        "[Pod, Deployment.apps, StatefulSet.apps, DaemonSet.apps, ReplicaSet.apps,"
            + " ReplicationController, Job.batch, CronJob.batch]",
        policy.kinds().toString());
  }

  /** One change each; the finding is about exactly the text that is wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: Policy|kind: Polizei|policy/invalid|Polizei",
        "test/replicas|Test/Replicas|policy/invalid|Test/Replicas",
        "severity: medium|severity: mild|policy/invalid|mild",
        "rationale: one|rational: one|policy/invalid|rational",
        "title: Deployments|titel: Deployments|policy/invalid|titel",
        "profiles: [default]|profiles: [defualt]|policy/invalid|defualt",
        "scope: object|scope: cluster|policy/invalid|cluster",
        "scope: object|scope: component|policy/invalid|Deployment",
        "scope: object|scope: spec|policy/invalid|match",
        "kind: Deployment|kind: Deploiment|policy/invalid|Deploiment",
        "type: integer|type: number|policy/invalid|number",
        "default: 2|default: two|policy/invalid|two",
        "name: minimum|name: podSpec|policy/invalid|podSpec",
        "name: minimum|name: kubernetesMinor|policy/invalid|kubernetesMinor",
        "at: spec.replicas|at: spec..replicas|policy/invalid|spec..replicas",
        "at: spec|where: spec|policy/invalid|where",
        "variables.minimum|variables.minimun|policy/expression|variables.minimun",
        "expression: object|expression: objekt|policy/expression|objekt",
        ">= variables.minimum|+ variables.minimum +|policy/expression|''",
        "string(object|strong(object|policy/expression|strong",
        "string(object.spec.replicas) + |2 + |policy/expression|+",
      })
  void aMistakeIsReportedAtItsPlace(String right, String wrong, String code, String place) {
    assertTrue(PolicyTexts.REPLICAS.contains(right));
    Checked<List<CompiledPolicy>> read =
        PolicyTexts.read(PolicyTexts.REPLICAS.replaceFirst(quote(right), wrong));
    assertEquals(List.of(), read.asOptional().orElseThrow());
    List<Diagnostic> findings =
        read.diagnostics().stream().filter(d -> d.range().text().equals(place)).toList();
    assertEquals(1, findings.size(), () -> read.diagnostics().toString());
    assertEquals(code, findings.get(0).code().id());
  }

  @Test
  void onlyWhatIsGeneratedIsMendedInTheSpec() {
    String text =
        PolicyTexts.REPLICAS.replace(
            "  profiles: [default]", "  specRemediation: set replicas\n  profiles: [default]");
    List<Diagnostic> findings = PolicyTexts.read(text).diagnostics();
    assertEquals(1, findings.size(), findings::toString);
    assertEquals("set replicas", findings.get(0).range().text());
  }

  @Test
  void aPlaceMayHaveAnyKey() {
    String text =
        PolicyTexts.REPLICAS.replace("at: spec.replicas", "at: metadata.labels['a.b/c'].d['e f']");
    assertEquals(
        List.of("metadata", "labels", "a.b/c", "d", "e f"),
        PolicyTexts.policy(text).policy().validations().get(0).at());
  }

  @ParameterizedTest
  @ValueSource(strings = {".spec", "spec.", "spec['a'", "spec[a]", "spec['']", "spec ['a']", "s/p"})
  void aPlaceIsAPath(String at) {
    List<Diagnostic> findings =
        PolicyTexts.read(PolicyTexts.REPLICAS.replace("at: spec.replicas", "at: " + at))
            .diagnostics();
    assertEquals(1, findings.size(), findings::toString);
    assertTrue(findings.get(0).message().endsWith("is not a path"), findings.get(0).message());
  }

  @Test
  void aPolicyMayBelongToNoProfile() {
    String text = PolicyTexts.REPLICAS.replace("profiles: [default]", "profiles: []");
    assertEquals(List.of(), PolicyTexts.policy(text).policy().profiles());
  }

  private static String quote(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  /** The same expression in each of YAML's styles, with a mistake at its end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "object.a == 'x' && oops",
        "\"object.a == \\\"x\\\" && oops\"",
        "'object.a == ''x'' && oops'",
        "\n          object.a == 'x'\n          && oops",
        "|\n          object.a == 'x' &&\n\n            oops",
        ">-\n          object.a == 'x'\n\n          && oops",
      })
  void placesInExpressionsSurviveYaml(String written) {
    String text =
        PolicyTexts.REPLICAS.replace("object.spec.replicas >= variables.minimum", written);
    List<Diagnostic> findings = PolicyTexts.read(text).diagnostics();
    assertEquals(1, findings.size(), findings::toString);
    assertEquals("oops", findings.get(0).range().text());
    assertEquals("/spec/validations/0/expression", findings.get(0).path());
  }

  @Test
  void aValidationCanJudgeOtherElementsThanTheRestOfItsPolicy() {
    String text =
        PolicyTexts.SHAPES
            .replace("  validations:", "  forEach: containers\n  validations:")
            .replace("- forEach: volumeFields\n      expression: field", "- expression: container");
    List<String> sets =
        PolicyTexts.policy(text).policy().validations().stream()
            .map(validation -> validation.forEach().orElseThrow().name())
            .toList();
    assertEquals(List.of("podAnnotations", "addedCapabilities", "handlers", "containers"), sets);
  }

  @Test
  void elementsThatKindsDoNotHaveAreRefused() {
    String text = PolicyTexts.TAGS.replace("kinds: [PodBearing]", "kinds: [{kind: Service}]");
    List<Diagnostic> findings = PolicyTexts.read(text).diagnostics();
    assertEquals(
        "not every kind that the policy matches has containers", findings.get(0).message());
  }
}
