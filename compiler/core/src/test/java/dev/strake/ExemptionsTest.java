package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.policy.PolicySelection;
import dev.strake.report.Findings;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceFile;
import dev.strake.spec.Specs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a spec says of policies' weight and values, and of objects that may break them. */
class ExemptionsTest {

  private static final String POLICY =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata: {name: shop/tags}
      spec:
        title: No container runs the tag latest
        severity: high
        rationale: Nobody knows what runs.
        remediation: Write a version.
        profiles: [default]
        scope: object
        match:
          kinds: [PodBearing]
        forEach: containers
        parameters:
          - name: tags
            description: What nobody may run.
            type: strings
            default: [latest]
        validations:
          - expression: "variables.tags.all(tag, !container.image.endsWith(':' + tag))"
            message: the tag latest
            at: image
      """;

  /** In no namespace that it names, and so in default. */
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        tolerations: [{operator: Exists}]
        containers:
          - {name: web, image: "example.net/web:latest"}
          - {name: log, image: "example.net/log:latest"}
      """;

  private static Findings compiled(String policies, String pod, PolicySelection selection) {
    List<CompiledPolicy> compiled =
        new PolicyReader().read(SourceFile.of("policy.yaml", POLICY)).asOptional().orElseThrow();
    InMemoryTree tree =
        InMemoryTree.of("cluster.yaml", Specs.SMALL + policies.indent(2))
            .with("apps/web.yaml", pod);
    CompileRequest request =
        new CompileRequest(tree, LocalDate.of(2026, 6, 1), selection, Optional.empty());
    return new Compiler(compiled).compile(request).findings();
  }

  private static List<String> findings(String policies, PolicySelection selection) {
    return compiled(policies, POD, selection).diagnostics().stream()
        .filter(
            one ->
                one.code().id().startsWith("shop/")
                    || one.code().id().matches("spec/.*(exception|parameter)"))
        .map(
            one ->
                "%s:%d %s %s"
                    .formatted(
                        one.range().file().path(),
                        one.range().startPosition().line(),
                        one.severity().id(),
                        one.code().id()))
        .toList();
  }

  @Test
  void aParameterOfTheSpecTakesThePlaceOfTheDefault() {
    assertEquals(List.of(), findings("policies: {parameters: {shop/tags: {tags: [edge, main]}}}"));
    assertEquals(2, findings("policies: {parameters: {shop/tags: {tags: [edge, latest]}}}").size());
  }

  @Test
  void aParameterThatDoesNotFitIsFoundAndChangesNothing() {
    for (String wrong : List.of("tag: [edge]", "tags: edge", "tags: [1]")) {
      List<String> found = findings("policies: {parameters: {shop/tags: {%s}}}".formatted(wrong));
      assertEquals(
          List.of(
              "apps/web.yaml:7 error shop/tags",
              "apps/web.yaml:8 error shop/tags",
              "cluster.yaml:32 error spec/policy-parameter"),
          found);
    }
  }

  private static List<String> findings(String policies) {
    return findings(policies, PolicySelection.DEFAULT);
  }

  private static String exception(String object, String more) {
    return """
        policies:
          exceptions:
            - policy: shop/tags
              object: {%s}
              reason: a mirror that knows no versions
              %s
        """
        .formatted(object, more);
  }

  @Test
  void withoutAWordBothContainersAreFound() {
    assertEquals(
        List.of("apps/web.yaml:7 error shop/tags", "apps/web.yaml:8 error shop/tags"),
        findings(""));
  }

  @Test
  void aSeverityOfTheSpecTakesThePlaceOfTheAuthors() {
    assertEquals(
        List.of("apps/web.yaml:7 info shop/tags", "apps/web.yaml:8 info shop/tags"),
        findings("policies: {severities: {shop/tags: low}}"));
    assertEquals(
        List.of("apps/web.yaml:7 warning shop/tags", "apps/web.yaml:8 warning shop/tags"),
        findings("policies: {severities: {shop/tags: medium}}"));
  }

  @Test
  void anExceptedObjectIsNotFound() {
    assertEquals(List.of(), findings(exception("kind: Pod, namespace: default, name: web", "")));
    assertEquals(
        List.of(),
        findings(exception("apiVersion: v1, kind: Pod, namespace: default, name: web", "")));
  }

  @Test
  void anExceptedContainerIsNotFoundAndTheOtherIs() {
    assertEquals(
        List.of("apps/web.yaml:7 error shop/tags"),
        findings(exception("kind: Pod, namespace: default, name: web, container: log", "")));
  }

  @Test
  void anExceptionCountsOnItsLastDay() {
    String object = "kind: Pod, namespace: default, name: web";
    assertEquals(List.of(), findings(exception(object, "until: 2026-06-01")));
    List<String> after = findings(exception(object, "until: 2026-05-31"));
    assertTrue(after.contains("apps/web.yaml:7 error shop/tags"), after.toString());
    assertTrue(
        after.stream().anyMatch(one -> one.endsWith("warning spec/expired-exception")),
        after.toString());
  }

  @Test
  void anExceptionThatNothingNeedsIsFound() {
    for (String other :
        List.of(
            "kind: Pod, namespace: default, name: wev",
            "kind: Pod, namespace: shop, name: web",
            "kind: Deployment, namespace: default, name: web",
            "apiVersion: v2, kind: Pod, namespace: default, name: web",
            "kind: Pod, namespace: default, name: web, container: nobody")) {
      List<String> found = findings(exception(other, ""));
      assertEquals(3, found.size(), found.toString());
      assertTrue(
          found.stream().anyMatch(one -> one.endsWith("warning spec/unused-exception")),
          found.toString());
    }
  }

  @Test
  void whatDoesNotJudgeSaysNothingOfExceptions() {
    assertEquals(
        List.of(),
        findings(
            exception("kind: Pod, namespace: default, name: wev", ""),
            PolicySelection.profile("none")));
  }

  @Test
  void whatIsExceptedIsToldWithItsReason() {
    String exceptions = exception("kind: Pod, namespace: default, name: web, container: log", "");
    String pod =
        POD.replace(
            "name: web}\n",
            "name: web, annotations: {strake.dev/allow: 'shop/tags#web: on its own node'}}\n");

    Findings found = compiled(exceptions, pod, PolicySelection.DEFAULT);

    assertEquals(
        List.of("IN_SOURCE 7: on its own node", "ELSEWHERE 8: a mirror that knows no versions"),
        found.suppressed().stream()
            .map(
                one ->
                    "%s %s: %s"
                        .formatted(
                            one.where(),
                            one.finding().range().startPosition().line(),
                            one.reason()))
            .toList());
    assertEquals(2, found.summary().suppressed());
    assertEquals(0, found.summary().errors());
  }

  @Test
  void whatIsOverIsNotTold() {
    String exceptions = exception("kind: Pod, namespace: default, name: web", "until: 2026-05-31");

    assertEquals(List.of(), compiled(exceptions, POD, PolicySelection.DEFAULT).suppressed());
  }
}
