package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceFile;
import dev.strake.spec.Specs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies on pods judge custom resources that make pods. */
class CustomPodsTest {

  private static final String TAGS =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata: {name: shop/tags}
      spec:
        title: No container runs the tag latest
        severity: high
        rationale: Nobody knows what runs.
        remediation: write a version
        profiles: [default]
        scope: object
        match: {kinds: [PodBearing]}
        forEach: containers
        validations:
          - expression: "!container.image.endsWith(':latest')"
            message: the tag latest
            messageExpression: "'latest in the pods of ' + variables.podMetadata.labels.app"
            at: image
      """;

  private static final String CRAWL =
      """
      apiVersion: batch.example.com/v1
      kind: Crawl
      metadata: {name: nightly, namespace: shop}
      spec:
        pods:
          metadata: {labels: {app: crawl}}
          spec:
            containers:
              - name: crawl
                image: registry.example.com/crawl:latest
      """;

  private static final String ROLLOUT =
      CRAWL
          .replace("batch.example.com/v1", "argoproj.io/v1alpha1")
          .replace("kind: Crawl", "kind: Rollout")
          .replace("pods:", "template:");

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: crawl, namespace: shop}
      spec:
        selector: {app: crawl}
        ports: [{port: 80, targetPort: 8080}]
      """;

  private static final String SELECTS =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata: {name: network/service-selects-nothing}
      spec:
        title: A Service selects pods
        severity: high
        rationale: Else nobody answers.
        remediation: correct the selector
        profiles: [default]
        scope: bundle
      """;

  private static List<Diagnostic> findings(String policy, InMemoryTree tree) {
    List<CompiledPolicy> policies =
        new PolicyReader().read(SourceFile.of("policy.yaml", policy)).asOptional().orElseThrow();
    return new Compiler(policies)
            .compile(
                new CompileRequest(
                    tree, LocalDate.of(2026, 1, 1), PolicySelection.DEFAULT, Optional.empty()))
            .findings()
            .diagnostics()
            .stream()
            .filter(finding -> finding.code().id().matches("shop/tags|network/.*|policy/.*"))
            .toList();
  }

  private static void assertFound(List<Diagnostic> findings) {
    assertEquals(1, findings.size(), findings::toString);
    assertEquals("latest in the pods of crawl", findings.get(0).message());
    assertEquals("registry.example.com/crawl:latest", findings.get(0).range().text());
    assertEquals(10, findings.get(0).range().startPosition().line());
  }

  @Test
  void widelyUsedKindsAreKnown() {
    assertFound(findings(TAGS, InMemoryTree.of("rollout.yaml", ROLLOUT)));
  }

  @Test
  void anotherKindOfThatNameIsNot() {
    InMemoryTree tree =
        InMemoryTree.of("rollout.yaml", ROLLOUT.replace("argoproj.io", "rollouts.example.com"));
    assertEquals(List.of(), findings(TAGS, tree));
  }

  @Test
  void aSpecDeclaresOthers() {
    String declaration =
        """
        policies:
          podTemplates:
            - {apiGroup: batch.example.com, kind: Crawl, path: /spec/pods}
        """;
    InMemoryTree written = InMemoryTree.of("cluster.yaml", Specs.SMALL).with("apps/a.yaml", CRAWL);
    assertEquals(List.of(), findings(TAGS, written));
    assertFound(findings(TAGS, written.with("cluster.yaml", Specs.SMALL + declaration.indent(2))));
  }

  @Test
  void aDefinitionDeclaresThemForAFolder() {
    String definition =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: crawls.batch.example.com
          annotations: {strake.dev/pod-template: /spec/pods}
        spec:
          group: batch.example.com
          names: {kind: Crawl, plural: crawls}
          scope: Namespaced
          versions: []
        """;
    assertFound(findings(TAGS, InMemoryTree.of("crawl.yaml", CRAWL).with("crd.yaml", definition)));
  }

  /** Only what is in the set can be selected; without the Rollout, the Service is told so. */
  @Test
  void policiesAboutManyObjectsSeeTheirPods() {
    InMemoryTree services =
        InMemoryTree.of("cluster.yaml", Specs.SMALL).with("apps/service.yaml", SERVICE);
    assertEquals(1, findings(SELECTS, services).size());
    assertEquals(List.of(), findings(SELECTS, services.with("apps/rollout.yaml", ROLLOUT)));
    String other = ROLLOUT.replace("app: crawl", "app: other");
    assertEquals(1, findings(SELECTS, services.with("apps/rollout.yaml", other)).size());
  }
}
