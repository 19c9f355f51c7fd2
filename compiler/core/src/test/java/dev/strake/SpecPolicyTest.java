package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import dev.strake.spec.Specs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies on a cluster's spec, as users write them beside it. */
class SpecPolicyTest {

  private static final String POLICY =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata: {name: shop/spec}
      spec:
        title: Our clusters are alike
        severity: high
        rationale: Whoever is on call knows them all then.
        remediation: write it as in the others
        profiles: [default]
        scope: spec
        validations:
      """;

  private static final String POOLS =
      """
      nodePools:
        - name: late
          role: Worker
          template: {capacity: {cpu: 4, memory: 8Gi}}
          nodes:
            - {name: worker-9, address: 10.20.0.39}
      """;

  private static List<Diagnostic> findings(String spec, String validation) {
    InMemoryTree tree =
        InMemoryTree.of("cluster.yaml", spec)
            .with(
                "parts/pools.yaml",
                "apiVersion: strake.dev/v1alpha1\nkind: Cluster\nspec:\n" + POOLS.indent(2))
            .with("apps/policy.yaml", POLICY + validation.indent(4));
    return new Compiler(List.of())
            .compile(
                new CompileRequest(
                    tree, LocalDate.of(2026, 1, 1), PolicySelection.DEFAULT, Optional.empty()))
            .findings()
            .diagnostics()
            .stream()
            .filter(
                finding -> finding.code().id().matches("shop/spec|policy/.*|spec/unused-exception"))
            .toList();
  }

  private static Diagnostic only(String spec, String validation) {
    List<Diagnostic> findings = findings(spec, validation);
    assertEquals(1, findings.size(), findings::toString);
    assertEquals("shop/spec", findings.get(0).code().id());
    return findings.get(0);
  }

  @Test
  void theyFindTheLineThatWasWritten() {
    Diagnostic finding =
        only(
            Specs.SMALL,
            """
            - expression: object.spec.kubernetesVersion.startsWith('v1.2')
              message: not our version
              at: spec.kubernetesVersion
            """);
    assertEquals("cluster.yaml", finding.range().file().path());
    assertEquals("v1.36", finding.range().text().substring(0, 5));
    assertEquals(List.of(), finding.related());
    assertEquals("/spec/kubernetesVersion", finding.path());
  }

  @Test
  void theySeeDefaultsAndPointAtWhatTheyAreMissingFrom() {
    Diagnostic finding =
        only(
            Specs.SMALL,
            """
            - expression: object.spec.kubelet.maxPods <= 64 && object.spec.controlPlaneEndpoint.port == 6443
              message: too many pods
              at: spec.kubelet.maxPods
            """);
    assertEquals("spec", finding.range().text());
  }

  @Test
  void partsAreWhereTheirFileHasThem() {
    Diagnostic finding =
        only(
            Specs.SMALL + "  includes: [parts/pools.yaml]\n",
            """
            - forEach: nodes
              expression: node.name != 'worker-9' || pool.name != 'late'
              message: not that one
              at: name
            """);
    assertEquals("parts/pools.yaml", finding.range().file().path());
    assertEquals("worker-9", finding.range().text());
  }

  @Test
  void theSpecItselfExceptsThem() {
    String exception =
        """
        policies:
          exceptions:
            - policy: shop/spec
              object: {kind: Cluster, name: small}
              reason: the first one, and smaller than the others
        """;
    assertEquals(
        List.of(),
        findings(
            Specs.SMALL + exception.indent(2),
            "- {expression: 'false', message: never, at: spec.nodePools}\n"));
  }

  @Test
  void aSpecWithErrorsIsNotJudged() {
    assertEquals(
        List.of(),
        findings(
            Specs.SMALL.replace("role: ControlPlane", "role: Controller"),
            "- {expression: 'false', message: never, at: spec.nodePools}\n"));
  }
}
