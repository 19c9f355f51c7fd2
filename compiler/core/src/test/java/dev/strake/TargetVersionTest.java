package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.bundle.Artifact;
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

/** Policies know which version of Kubernetes the objects are for. */
class TargetVersionTest {

  private static final String POLICY =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata: {name: shop/version}
      spec:
        title: The version is told
        severity: low
        rationale: Rules change.
        remediation: Nothing is wrong.
        profiles: [default]
        scope: object
        match:
          kinds: [{kind: ConfigMap}]
        validations:
          - expression: variables.kubernetesMinor == 0
            message: unknown
            messageExpression: "'this is 1.' + string(variables.kubernetesMinor)"
      """;

  private static final String MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: b}\n";

  private static Compilation compile(InMemoryTree tree, Optional<String> asked) {
    List<CompiledPolicy> policies =
        new PolicyReader().read(SourceFile.of("policy.yaml", POLICY)).asOptional().orElseThrow();
    return new Compiler(policies)
        .compile(
            new CompileRequest(tree, LocalDate.of(2026, 6, 1), PolicySelection.DEFAULT, asked));
  }

  private static List<String> told(InMemoryTree tree, Optional<String> asked) {
    return compile(tree, asked).findings().diagnostics().stream()
        .filter(finding -> finding.code().id().equals("shop/version"))
        .map(finding -> finding.message())
        .toList();
  }

  private static InMemoryTree cluster() {
    String spec = Specs.SMALL.replace("kubernetesVersion: v1.36.4", "kubernetesVersion: v1.35.2");
    return InMemoryTree.of("cluster.yaml", spec).with("apps/settings.yaml", MAP);
  }

  @Test
  void theClustersOwnCountsUnlessAnotherIsAskedFor() {
    assertEquals(List.of("this is 1.35"), told(cluster(), Optional.empty()));
    assertEquals(List.of("this is 1.34"), told(cluster(), Optional.of("1.34")));
  }

  @Test
  void objectsWithoutAClusterAreForTheNewest() {
    InMemoryTree plain = InMemoryTree.of("settings.yaml", MAP);
    assertEquals(List.of("this is 1.36"), told(plain, Optional.empty()));
    assertEquals(List.of("this is 1.30"), told(plain, Optional.of("1.30")));
  }

  /** What a run is asked for may not change the output. */
  @Test
  void theClusterEnforcesThePolicyOfItsOwnVersion() {
    for (Optional<String> asked : List.of(Optional.<String>empty(), Optional.of("1.34"))) {
      String policy =
          compile(cluster(), asked).bundles().get(0).artifacts().stream()
              .filter(artifact -> artifact.path().toString().endsWith("shop.version.yaml"))
              .map(Artifact::text)
              .findFirst()
              .orElseThrow();
      assertTrue(policy.contains("- name: kubernetesMinor\n    expression: \"35\"\n"), policy);
    }
  }
}
