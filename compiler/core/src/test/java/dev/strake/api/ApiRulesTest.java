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
import org.junit.jupiter.params.provider.ValueSource;

class ApiRulesTest {

  private static List<Diagnostic> check(String yaml, int minor) {
    List<Diagnostic> findings = new ArrayList<>();
    SourceFile file = SourceFile.of("a.yaml", yaml);
    ManifestReader.read(YamlReader.withDefaultLimits().read(file, findings::add), findings::add)
        .forEach(object -> findings.addAll(ApiRules.check(object, ApiContext.ofMinor(minor))));
    return findings;
  }

  private static List<String> messages(String yaml) {
    return check(yaml, 36).stream().map(Diagnostic::message).toList();
  }

  private static String pod(String spec) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: a}
    spec: %s
    """
        .formatted(spec);
  }

  @Test
  void messagesNameThePlaceTheValueAndTheRule() {
    assertEquals(
        List.of(
            "spec.containers[0].resources.requests.cpu must not be more than the limit, which is"
                + " 500m, but is \"1\""),
        messages(
            pod(
                "{containers: [{name: a, image: a,"
                    + " resources: {requests: {cpu: 1}, limits: {cpu: 500m}}}]}")));
  }

  @Test
  void aMountOfNoVolumeIsNamed() {
    assertEquals(
        List.of("the pod has no volume \"data\""),
        messages(
            pod(
                "{containers: [{name: a, image: a,"
                    + " volumeMounts: [{name: data, mountPath: /d}]}]}")));
  }

  @Test
  void aSecondOneLeadsToTheFirst() {
    Diagnostic finding =
        check(pod("{containers: [{name: a, image: a}, {name: a, image: b}]}"), 36).get(0);

    assertEquals("a container named a stands here a second time", finding.message());
    assertEquals("/spec/containers/1/name", finding.path());
    assertEquals("a.yaml:4:28", finding.related().get(0).range().toString());
  }

  /** Wrong types are the structural check's: rules pass over them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "[]",
        "{containers: 5}",
        "{containers: {a: b}}",
        "{containers: [5]}",
        "{containers: [[]]}",
        "{containers: [{name: [], image: {}, ports: x, env: [x], resources: [], securityContext:"
            + " x}]}",
        "{containers: [{name: a, image: a, livenessProbe: [], volumeMounts: {a: b}, lifecycle:"
            + " 1}]}",
        "{containers: [{name: a, image: a, resources: {limits: {cpu: []}, requests: x}}], volumes:"
            + " 1}",
        "{containers: [{name: a, image: a}], affinity: [], tolerations: {}, os: 1, dnsConfig: 1}",
        "{containers: [{name: a, image: a}], securityContext: {sysctls: 1, runAsUser: x}}",
        "{containers: [{name: a, image: a}], volumes: [{name: v, secret: 1, projected: []}]}"
      })
  void wrongTypesNeverBreakARule(String spec) {
    for (String kind : List.of("Pod", "PodTemplate", "ReplicationController")) {
      check("apiVersion: v1\nkind: " + kind + "\nmetadata: {name: a}\nspec: " + spec, 36);
    }
    String template =
        "{template: {spec: " + spec + "}, selector: [], strategy: x, completions: []}";
    for (String kind : List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet")) {
      check("apiVersion: apps/v1\nkind: " + kind + "\nmetadata: x\nspec: " + template, 36);
    }
    check("apiVersion: batch/v1\nkind: Job\nmetadata: []\nspec: " + template, 30);
    check("apiVersion: batch/v1\nkind: CronJob\nspec: {schedule: [], jobTemplate: []}", 30);
  }

  @Test
  void aSelectorOfAJobIsItsOwnBusiness() {
    String job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: work}
        spec:
          %s
          template:
            metadata: {labels: {job-name: %s, app: work}}
            spec: {restartPolicy: Never, containers: [{name: a, image: a}]}
        """;
    assertEquals(List.of(), messages(job.formatted("parallelism: 1", "work")));
    assertEquals(1, messages(job.formatted("parallelism: 1", "other")).size());
    assertEquals(1, messages(job.formatted("selector: {matchLabels: {app: work}}", "work")).size());
    assertEquals(
        List.of(),
        messages(
            job.formatted(
                "manualSelector: true\n  selector: {matchLabels: {app: work}}", "other")));
    assertEquals(1, messages(job.formatted("manualSelector: true", "work")).size());
  }

  @Test
  void annotationsMayHave256Kibibytes() {
    String map =
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  annotations:\n    note: %s\n";
    int room = 256 * 1024 - "note".length();

    assertEquals(List.of(), messages(map.formatted("x".repeat(room))));
    assertEquals(
        List.of("the annotations have 262145 bytes, and 262144 are allowed"),
        messages(map.formatted("x".repeat(room + 1))));
  }

  @Test
  void aQuantityThatIsNullIsNone() {
    assertEquals(
        1,
        messages(
                pod(
                    "{containers: [{name: a, image: a,"
                        + " resources: {requests: {cpu: 1}, limits: {cpu: null}}}]}"))
            .size());
  }
}
