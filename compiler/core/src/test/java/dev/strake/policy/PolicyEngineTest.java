package dev.strake.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.manifest.SourceMap;
import dev.strake.source.SourceFile;
import dev.strake.yaml.NodePath;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PolicyEngineTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        replicas: 1
        template:
          spec:
            initContainers:
              - name: init
                image: localhost:5000/init:1
            containers:
              - name: web
                image: localhost:5000/web
              - name: log
                image: log
      """;

  private final List<CompiledPolicy> policies =
      List.of(PolicyTexts.policy(PolicyTexts.TAGS), PolicyTexts.policy(PolicyTexts.REPLICAS));

  private List<Diagnostic> judge(Manifest manifest) {
    return judge(policies, manifest, 36);
  }

  private static List<Diagnostic> judge(
      List<CompiledPolicy> policies, Manifest manifest, int kubernetesMinor) {
    return PolicyEngine.of(
            policies, PolicySelection.profile("all"), kubernetesMinor, PodTemplatePaths.KNOWN)
        .evaluate(List.of(manifest));
  }

  private static List<String> places(List<Diagnostic> findings) {
    return findings.stream()
        .map(d -> d.range() + " " + d.code() + " " + d.path() + " " + d.message())
        .toList();
  }

  @Test
  void findingsPointAtTheGuiltyElementInTheOrderOfPolicies() {
    List<Diagnostic> findings = judge(PolicyTexts.manifest(DEPLOYMENT));
    assertEquals(
        List.of(
            "app.yaml:5:13 test/replicas /spec/replicas 1 replicas are too few",
            "app.yaml:15:18 test/tags /spec/template/spec/containers/1/image an image has no tag"),
        places(findings));
    assertEquals(Severity.WARNING, findings.get(0).severity());
    assertEquals(Severity.ERROR, findings.get(1).severity());
    assertEquals("set spec.replicas to 2 or more", findings.get(0).help());
    assertEquals("Deployment shop/web", String.valueOf(findings.get(0).object()));
  }

  private static List<String> places(String policy, String manifest) {
    PolicyEngine engine =
        PolicyEngine.of(
            List.of(PolicyTexts.policy(policy)),
            PolicySelection.profile("all"),
            36,
            PodTemplatePaths.KNOWN);
    return places(engine.evaluate(List.of(PolicyTexts.manifest(manifest))));
  }

  @Test
  void elementsOfElementsAreJudgedWithThoseAroundThem() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: none}
            - name: app
              env:
                - {name: LEVEL, value: debug}
                - {name: PASSWORD, value: x}
          ephemeralContainers:
            - name: shell
              env: [{name: PASSWORD}]
        """;
    assertEquals(
        List.of(
            "app.yaml:9:35 test/secrets /spec/containers/1/env/1/value app holds PASSWORD",
            "app.yaml:12:13 test/secrets /spec/ephemeralContainers/0/env/0/value"
                + " shell holds PASSWORD"),
        places(PolicyTexts.SECRETS, pod));
  }

  @Test
  void aPlaceInThePodSpecIsFoundInEveryKind() {
    String policy =
        PolicyTexts.SECRETS
            .replace("forEach: env", "forEach: podSpec")
            .replace(
                "variable.name != 'PASSWORD'", "variables.podSpec.?hostPID.orValue(false) == false")
            .replace("container.name + ' holds ' + variable.name", "\"'shared'\"")
            .replace("at: value", "at: hostPID");
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec: {hostPID: true}
        """;
    String cronJob =
        """
        apiVersion: batch/v1
        kind: CronJob
        spec: {jobTemplate: {spec: {template: {spec: {hostPID: true}}}}}
        """;
    assertEquals(List.of("app.yaml:3:17 test/secrets /spec/hostPID shared"), places(policy, pod));
    assertEquals(
        List.of("app.yaml:3:56 test/secrets /spec/jobTemplate/spec/template/spec/hostPID shared"),
        places(policy, cronJob));
    assertEquals(List.of(), places(policy, "apiVersion: v1\nkind: Pod\n"));
  }

  @Test
  void aFindingInAGeneratedObjectPointsAtTheSpec() {
    SourceFile spec = SourceFile.of("cluster.yaml", "web:\n  replicas: 1\n");
    SourceMap sources =
        SourceMap.of(spec.range(0, 3)).with(NodePath.of("spec", "replicas"), spec.range(17, 18));
    Manifest generated =
        Manifest.of(PolicyTexts.document("out/web.yaml", DEPLOYMENT).root(), sources).orElseThrow();
    List<Diagnostic> findings = judge(generated);
    assertEquals("cluster.yaml:2:13", findings.get(0).range().toString());
    assertEquals("out/web.yaml:5:13", findings.get(0).related().get(0).range().toString());
    assertEquals("cluster.yaml:1:1", findings.get(1).range().toString());
  }

  @Test
  void keysPartsAndItemsOfPathsAreElements() {
    Manifest pod =
        PolicyTexts.manifest(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations: {a/b: "on", c: off, d: null}
            spec:
              volumes:
                - {name: data, hostPath: {path: /}}
                - {name: other, hostPath: null}
              containers:
                - name: web
                  readinessProbe: null
                  lifecycle: {preStop: {exec: {command: [sleep]}}}
                  securityContext: {capabilities: {add: [CHOWN, ALL]}}
                - {name: log, securityContext: {}}
            """);
    List<CompiledPolicy> shapes = List.of(PolicyTexts.policy(PolicyTexts.SHAPES));
    List<String> everywhere =
        List.of(
            "app.yaml:12:36 test/shapes /spec/containers/0/lifecycle/preStop/exec/command a handler",
            "app.yaml:7:20 test/shapes /spec/volumes/0/hostPath a volume");
    assertEquals(everywhere, places(judge(shapes, pod, 34)));
    assertEquals(3, judge(shapes, pod, 35).size());
    assertEquals(
        "app.yaml:13:53 test/shapes /spec/containers/0/securityContext/capabilities/add/1"
            + " a capability",
        places(judge(shapes, pod, 35)).get(0));
  }

  @Test
  void whatCannotBeEvaluatedIsAFindingOfItsOwn() {
    Manifest manifest = PolicyTexts.manifest(DEPLOYMENT.replace("  replicas: 1\n", ""));
    assertEquals(
        "policy test/replicas could not be evaluated: key 'replicas' is not present in map",
        judge(manifest).get(0).message());
    assertEquals("policy/evaluation", judge(manifest).get(0).code().id());
  }

  @Test
  void kindsOfOtherGroupsAreNotMeant() {
    Manifest other = PolicyTexts.manifest(DEPLOYMENT.replace("apps/v1", "example.com/v1"));
    assertEquals(List.of(), judge(other));
  }

  @Test
  void selectionsNarrowEachOther() {
    PolicySelection selection = PolicySelection.DEFAULT;
    assertEquals(List.of("test/replicas"), ids(selection));
    assertEquals(List.of(), ids(PolicySelection.profile("none")));
    assertEquals(
        List.of("test/tags"),
        ids(new PolicySelection("all", List.of("test/*"), List.of("*/rep*"))));
    assertEquals(List.of(), ids(new PolicySelection("default", List.of("test/tags"), List.of())));
    assertEquals(List.of(), ids(new PolicySelection("all", List.of("test.tags"), List.of())));
  }

  private List<String> ids(PolicySelection selection) {
    return policies.stream()
        .map(CompiledPolicy::policy)
        .filter(selection::selects)
        .map(Policy::id)
        .toList();
  }

  @Test
  void anArchiveJudgesLikeThePoliciesThatWentIn() {
    byte[] bytes = PolicyArchive.encode(policies);
    List<CompiledPolicy> decoded = PolicyArchive.decode(bytes);
    assertEquals(
        policies.stream().map(CompiledPolicy::policy).toList(),
        decoded.stream().map(CompiledPolicy::policy).toList());
    Manifest manifest = PolicyTexts.manifest(DEPLOYMENT);
    assertEquals(judge(manifest), judge(decoded, manifest, 36));
  }
}
